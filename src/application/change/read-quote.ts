import { type ChangeQuote, isQuoteOf } from '../../domain/change/change-quote.js';
import type { ChangeBehaviour } from '../../domain/user-product/change.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { WriteFailure } from '../commit/write-result.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { RequestChangeCommand } from './change-command.js';

type Asked = {
  readonly command: RequestChangeCommand;
  readonly behaviour: ChangeBehaviour;
  readonly product: UserProduct;
};

/** The quote that a request carries, null without one; or why it does not hold, as far as can be told without rules. */
export function readQuote(
  quotes: Pick<ChangeQuotes, 'read'>,
  { command, behaviour, product }: Asked,
): { readonly quote: ChangeQuote | null } | WriteFailure<never> {
  if (command.quote === undefined) return { quote: null };
  const known = quotes.read(command.quote);
  if (known === null) return { ok: false, failure: 'quote_unreadable' };
  const { quote, isExpired } = known;
  const request = { ...command, behaviour, periodId: command.periodId ?? '' };
  const moved = [
    ...(isQuoteOf(quote, request) ? [] : ['the request']),
    ...(isExpired ? ['the time that it was good for'] : []),
    ...(quote.version === product.version ? [] : ['the version of the user product']),
  ];
  return moved.length > 0 ? { ok: false, failure: 'quote_moved', moved } : { quote };
}
