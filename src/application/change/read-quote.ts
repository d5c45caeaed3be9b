import {
  type ChangeQuote,
  isOutdated,
  isQuoteOf,
  movedFromRepeat,
} from '../../domain/change/change-quote.js';
import type { Repeat } from '../../domain/change/find-repeat.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ChangeBehaviour } from '../../domain/user-product/change.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { WriteFailure } from '../commit/write-result.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { RequestChangeCommand } from './change-command.js';

type Asked = {
  readonly command: RequestChangeCommand;
  readonly behaviour: ChangeBehaviour;
  readonly product: UserProduct;
  /** The organisation's. */
  readonly now: Instant;
};

/** The quote that a request carries, null without one; or why it does not hold, as far as can be told without rules. */
export function readQuote(
  quotes: Pick<ChangeQuotes, 'read'>,
  { command, behaviour, product, now }: Asked,
): { readonly quote: ChangeQuote | null } | WriteFailure<never> {
  if (command.quote === undefined) return { quote: null };
  const known = quotes.read(command.quote);
  if (known === null) return { ok: false, failure: 'quote_unreadable' };
  const { quote, isExpired } = known;
  const moved = [
    ...otherRequest(quote, { command, behaviour }),
    ...(isExpired || isOutdated(quote, now) ? ['the time that it was good for'] : []),
    ...(quote.version === product.version ? [] : ['the version of the user product']),
  ];
  return moved.length > 0 ? { ok: false, failure: 'quote_moved', moved } : { quote };
}

/**
 * Why a quote does not hold for a change that was asked for before; null where it does, and without one. Its own terms
 * are compared, not the time or the version, which have moved on since; what is no quote promises nothing.
 */
export function quoteOfRepeat(
  quotes: Pick<ChangeQuotes, 'read'>,
  { command, behaviour, product }: Omit<Asked, 'now'>,
  repeat: Repeat,
): WriteFailure<never> | null {
  const quote = command.quote === undefined ? null : (quotes.read(command.quote)?.quote ?? null);
  if (quote === null) return null;
  const other = otherRequest(quote, { command, behaviour });
  const moved = other.length > 0 ? other : movedFromRepeat(quote, product, repeat);
  return moved.length > 0 ? { ok: false, failure: 'quote_moved', moved } : null;
}

function otherRequest(
  quote: ChangeQuote,
  { command, behaviour }: Pick<Asked, 'command' | 'behaviour'>,
): readonly string[] {
  const request = { ...command, behaviour, periodId: command.periodId ?? '' };
  return isQuoteOf(quote, request) ? [] : ['the request'];
}
