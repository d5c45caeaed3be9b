import type { AccountId, OrganisationId, UserProductId } from '../ids.js';
import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type { ChangeAmounts, ChangeIdentity, ChangeKind } from '../user-product/change.js';
import type { UserProduct } from '../user-product/user-product.js';
import type { ChangeDecision } from './change-decision.js';

/**
 * Everything that a preview promises of a change (docs/spec/payway-api.md §2): executing it does exactly this or
 * nothing.
 */
export type ChangeQuote = ChangeIdentity & {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly userProductId: UserProductId;
  readonly version: number;
  /** The organisation's now that it was decided at, and is carried out as of. */
  readonly decidedAt: Instant;
  /** End of the current period. */
  readonly boundaryAt: Instant | null;
  readonly kind: ChangeKind;
  readonly rule: string;
  readonly effectiveAt: Instant;
  readonly validTo: Instant;
  readonly price: Money;
  readonly amounts: ChangeAmounts;
};

/** The quote of a decision on that user product at that instant. */
export function quoteOf(
  product: UserProduct,
  { identity, decision, now }: { identity: ChangeIdentity; decision: ChangeDecision; now: Instant },
): ChangeQuote {
  const { packageCode, periodId, behaviour } = identity;
  const { kind, rule, effectiveAt, next, target, amounts } = decision;
  return {
    packageCode,
    periodId,
    behaviour,
    organisationId: product.organisationId,
    accountId: product.accountId,
    userProductId: product.id,
    version: product.version,
    decidedAt: now,
    boundaryAt: product.validTo,
    kind,
    rule,
    effectiveAt,
    validTo: next.validTo,
    price: target.period.price,
    amounts,
  };
}

/** Whether a quote is of this request at all. */
export function isQuoteOf(
  quote: ChangeQuote,
  request: ChangeIdentity & Pick<ChangeQuote, 'organisationId' | 'accountId' | 'userProductId'>,
): boolean {
  return (
    quote.organisationId === request.organisationId &&
    quote.accountId === request.accountId &&
    quote.userProductId === request.userProductId &&
    quote.packageCode === request.packageCode &&
    quote.periodId === request.periodId &&
    quote.behaviour === request.behaviour
  );
}

const pinned = {
  version: 'the version of the user product',
  boundaryAt: 'the end of its period',
  kind: 'the kind of the change',
  rule: 'the rule that decides',
  effectiveAt: 'the effective date',
  validTo: 'the new end',
  price: 'the price',
  amounts: 'an amount',
} as const satisfies Partial<Record<keyof ChangeQuote, string>>;

/** What of a quote no longer holds, in words; empty where all of it does. `now` is what the same request is now. */
export function movedSince(quote: ChangeQuote, now: ChangeQuote): readonly string[] {
  return Object.entries(pinned).flatMap(([name, words]) => {
    const [was, is] = [quote, now].map((it) => inText(Reflect.get(it, name)));
    return was === is ? [] : [words];
  });
}

/** Money and amounts field by field, whatever order they come in. */
function inText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return fields.map(([name, of]) => `${name}=${inText(of)}`).join(';');
}
