import type { AccountId, OrganisationId, UserProductId } from '../ids.js';
import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type {
  ChangeAmounts,
  ChangeBehaviour,
  ChangeKind,
  ChangeTerms,
  FrozenTarget,
} from '../user-product/change.js';
import type { UserProduct } from '../user-product/user-product.js';
import type { Repeat } from './find-repeat.js';
import { type NamedTarget, namedTargetOf } from './named-target.js';

/**
 * Everything that a preview promises of a change (docs/spec/payway-api.md §2): executing it does exactly this or
 * nothing.
 */
export type ChangeQuote = NamedTarget & {
  readonly behaviour: ChangeBehaviour;
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

/** What is quoted: a change as it was decided, or as it waits already. */
type Quoted = {
  readonly behaviour: ChangeBehaviour;
  readonly target: FrozenTarget;
  readonly terms: ChangeTerms;
  readonly now: Instant;
};

/** The quote of a change of that user product at that instant. */
export function quoteOf(
  product: UserProduct,
  { behaviour, target, terms, now }: Quoted,
): ChangeQuote {
  const { kind, rule, effectiveAt, validTo, amounts } = terms;
  return {
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
    validTo,
    price: target.period.price,
    amounts,
    ...namedTargetOf(target),
  };
}

/** Whether a quote is of a change of that user product, under these rules. What it is of, they say (`isNamed`). */
export function isQuoteOf(
  quote: ChangeQuote,
  request: Pick<ChangeQuote, 'organisationId' | 'accountId' | 'userProductId' | 'behaviour'>,
): boolean {
  return (
    quote.organisationId === request.organisationId &&
    quote.accountId === request.accountId &&
    quote.userProductId === request.userProductId &&
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
  quantity: 'the quantity',
  amounts: 'an amount',
} as const satisfies Partial<Record<keyof ChangeQuote, string>>;

/** What of a quote no longer holds, in words; empty where all of it does. `now` is what the same request is now. */
export function movedSince(quote: ChangeQuote, now: ChangeQuote): readonly string[] {
  return Object.entries(pinned).flatMap(([name, words]) => {
    const [was, is] = [quote, now].map((it) => inText(Reflect.get(it, name)));
    return was === is ? [] : [words];
  });
}

/**
 * What of a quote a change that was asked for before does not keep, by its own terms; empty where it is just that
 * (docs/architecture.md §5). The version has moved with that change, and is not looked at.
 */
export function movedFromRepeat(
  quote: ChangeQuote,
  product: UserProduct,
  { target, terms }: Repeat,
): readonly string[] {
  if (terms === null) return ['what the change was settled at, which is not known any more'];
  const { behaviour, decidedAt: now } = quote;
  const was = quoteOf(product, { behaviour, target, terms, now });
  return movedSince(quote, { ...was, version: quote.version });
}

/** A quote is good for so long, of real time and of the organisation's (docs/architecture.md §5). */
export const quoteGoodForMs = 15 * 60_000;

/** Whether the organisation's clock has moved on, or was set elsewhere, since the quote was given. */
export function isOutdated({ decidedAt }: ChangeQuote, now: Instant): boolean {
  return Math.abs(now - decidedAt) >= quoteGoodForMs;
}

/** Money and amounts field by field, whatever order they come in. */
function inText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return fields.map(([name, of]) => `${name}=${inText(of)}`).join(';');
}
