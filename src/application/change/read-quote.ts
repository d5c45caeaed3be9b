import type { ChangePolicy } from '../../domain/change/change-policy.js';
import {
  type ChangeQuote,
  isOutdated,
  isQuoteOf,
  movedFromRepeat,
} from '../../domain/change/change-quote.js';
import type { Repeat } from '../../domain/change/find-repeat.js';
import type { Instant } from '../../domain/time/instant.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { OrganisationContext } from '../catalogue/organisation-context.js';
import type { WriteFailure } from '../commit/write-result.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { RequestChangeCommand } from './change-command.js';

type Asked<Reason extends string, Named> = {
  readonly command: Pick<RequestChangeCommand<Named>, 'named' | 'quote'>;
  readonly policy: Pick<ChangePolicy<Reason, Named>, 'behaviour' | 'isNamed'>;
  readonly context: Pick<OrganisationContext, 'catalogue'>;
  readonly product: UserProduct;
};

/**
 * The quote that a request carries, null without one; or why it does not hold, as far as can be told without rules.
 * `now` is the organisation's.
 */
export function readQuote<Reason extends string, Named>(
  quotes: Pick<ChangeQuotes, 'read'>,
  asked: Asked<Reason, Named> & { readonly now: Instant },
): { readonly quote: ChangeQuote | null } | WriteFailure<never> {
  const { command, product, now } = asked;
  if (command.quote === undefined) return { quote: null };
  const known = quotes.read(command.quote);
  if (known === null) return { ok: false, failure: 'quote_unreadable' };
  const { quote, isExpired } = known;
  const moved = [
    ...otherRequest(quote, asked),
    ...(isExpired || isOutdated(quote, now) ? ['the time that it was good for'] : []),
    ...(quote.version === product.version ? [] : ['the version of the user product']),
  ];
  return moved.length > 0 ? { ok: false, failure: 'quote_moved', moved } : { quote };
}

/**
 * Why a quote does not hold for a change that was asked for before; null where it does, and without one. Its own terms
 * are compared, not the time or the version, which have moved on since; what is no quote promises nothing.
 */
export function quoteOfRepeat<Reason extends string, Named>(
  quotes: Pick<ChangeQuotes, 'read'>,
  asked: Asked<Reason, Named>,
  repeat: Repeat,
): WriteFailure<never> | null {
  const { command, product } = asked;
  const quote = command.quote === undefined ? null : (quotes.read(command.quote)?.quote ?? null);
  if (quote === null) return null;
  const other = otherRequest(quote, asked);
  const moved = other.length > 0 ? other : movedFromRepeat(quote, product, repeat);
  return moved.length > 0 ? { ok: false, failure: 'quote_moved', moved } : null;
}

function otherRequest<Reason extends string, Named>(
  quote: ChangeQuote,
  { command, policy, context, product }: Asked<Reason, Named>,
): readonly string[] {
  const { organisationId, accountId, id: userProductId } = product;
  const { behaviour } = policy;
  const isOfRow = isQuoteOf(quote, { organisationId, accountId, userProductId, behaviour });
  const { catalogue } = context;
  const isIt = isOfRow && policy.isNamed(command.named, quote, { product, catalogue });
  return isIt ? [] : ['the request'];
}
