import type { DialectChanges } from '../../../application/change/dialect-changes.js';
import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import type { WriteGuards } from '../../../application/commit/guards.js';
import type { WriteResult } from '../../../application/commit/write-result.js';
import type { ApplyTier } from '../../../application/product-groups/apply-tier.js';
import type { ListChangeOptions } from '../../../application/product-groups/list-change-options.js';
import type { PaywayRefusalReason } from '../../../domain/change/payway/payway-refusal.js';
import type { GroupRefusalReason } from '../../../domain/change/product-groups/group-refusal.js';
import {
  type PaymentPeriodId,
  type TierId,
  toId,
  type UserProductId,
} from '../../../domain/ids.js';
import type { Instant } from '../../../domain/time/instant.js';
import type {
  ChangeAmounts,
  ChangeKind,
  FrozenTarget,
  PaywayBehaviour,
} from '../../../domain/user-product/change.js';
import type { Refusal, WriteRefusalReason } from '../../../domain/user-product/refusal.js';
import type { Requester } from '../../../domain/user-product/requester.js';
import type { Chosen } from './chosen.js';

/** Why anything that is asked for on a subscription's pages is refused. */
export type SubscriptionRefusalReason =
  PaywayRefusalReason | GroupRefusalReason | WriteRefusalReason;
export type SubscriptionRefusal = Refusal<SubscriptionRefusalReason>;

/** A change as it would be made, bound by its quote. */
export type BoundOffer = {
  readonly kind: ChangeKind;
  readonly effectiveAt: Instant;
  readonly isAtOnce: boolean;
  readonly validTo: Instant;
  readonly target: FrozenTarget;
  readonly amounts: ChangeAmounts;
  readonly quote: string;
  /** When the quote is good no longer, in real time: UTC milliseconds. */
  readonly quoteExpiresAt: number;
};

export type OfferResult =
  | { readonly ok: true; readonly offer: BoundOffer }
  | { readonly ok: false; readonly refusals: readonly SubscriptionRefusal[] };

/** How a change is asked for: within its product group, or by the rules of packages. */
export type Asking =
  | { readonly by: 'group'; readonly tierId: string; readonly periodId: PaymentPeriodId }
  | {
      readonly by: 'offer';
      readonly packageCode: string;
      readonly periodId: PaymentPeriodId;
      readonly behaviour: PaywayBehaviour;
    };

type Asked = {
  readonly life: SubscriptionLife;
  readonly chosen: Chosen;
  readonly requestedBy: Requester;
};

export type OfferDeps = Pick<DialectChanges<PaywayRefusalReason>, 'previewChange'> & {
  readonly listChangeOptions: ListChangeOptions;
};

/**
 * What a change comes to now, with the quote that binds it for 15 minutes: the preview of the dialect that it is asked
 * in. Null: it is not to be had here at all.
 */
export async function readBoundOffer(
  deps: OfferDeps,
  asking: Asking,
  asked: Asked,
): Promise<OfferResult | null> {
  return asking.by === 'group'
    ? offerOfGroup(deps, asking, asked)
    : offerOfPackage(deps, asking, asked);
}

async function offerOfGroup(
  { listChangeOptions }: OfferDeps,
  { tierId, periodId }: Extract<Asking, { readonly by: 'group' }>,
  { life, chosen }: Asked,
): Promise<OfferResult | null> {
  const { last: product, now } = life;
  const seen = { product, now };
  const listed = await listChangeOptions({ ...keyOf(life), quantity: chosen.quantity, seen });
  if (!listed.ok) return null;
  const option = listed.options.find(({ tier }) => tier.id === tierId);
  const found = option?.periods.find(({ period }) => period.id === periodId);
  if (found === undefined) {
    const refused = listed.refused.find(({ tier }) => tier.id === tierId);
    return refused === undefined ? null : { ok: false, refusals: refused.refusals };
  }
  if (found.isQuantityLeft) {
    return { ok: false, refusals: [{ reason: 'quantity_out_of_range', facts: {} }] };
  }
  const { decision, quote, expiresAt: quoteExpiresAt } = found;
  const { kind, effectiveAt, timing, next, target, amounts } = decision;
  const isAtOnce = timing === 'immediately';
  const when = { effectiveAt, isAtOnce, validTo: next.validTo };
  const offer = { kind, ...when, target, amounts, quote, quoteExpiresAt };
  return { ok: true, offer };
}

async function offerOfPackage(
  { previewChange }: OfferDeps,
  { packageCode, periodId, behaviour }: Extract<Asking, { readonly by: 'offer' }>,
  { life, requestedBy }: Asked,
): Promise<OfferResult | null> {
  const { last: product, now } = life;
  const command = { ...keyOf(life), packageCode, periodId, behaviour, requestedBy };
  const preview = await previewChange(command, { product, now });
  if (preview === null) return null;
  if (!preview.allowed) return { ok: false, refusals: preview.refusals };
  const { decision, quote, quoteExpiresAt } = preview;
  const { kind, effectiveAt, next, target, amounts } = decision;
  const isAtOnce = kind === 'upgrade';
  const when = { effectiveAt, isAtOnce, validTo: next.validTo };
  const offer = { kind, ...when, target, amounts, quote, quoteExpiresAt };
  return { ok: true, offer };
}

function keyOf({ last: { organisationId, accountId, id } }: SubscriptionLife) {
  return { organisationId, accountId, userProductId: id };
}

export type OrderDeps = Pick<DialectChanges<PaywayRefusalReason>, 'requestChange'> & {
  readonly applyTier: ApplyTier;
};

/** Orders what was offered, under its quote: exactly that, or nothing. */
export function orderBoundOffer(
  deps: OrderDeps,
  asking: Asking,
  order: Asked & {
    /** Which user product the form was about; by now it may have ended. */
    readonly id: UserProductId;
    readonly quote: string;
    readonly guards: WriteGuards;
  },
): Promise<WriteResult<SubscriptionRefusalReason>> {
  const { life, chosen, requestedBy, id: userProductId, quote, guards } = order;
  const { organisationId, accountId } = life.last;
  const shared = { organisationId, accountId, userProductId, requestedBy, quote };
  if (asking.by === 'group') {
    const { tierId, periodId } = asking;
    const named = { tierId: toId<TierId>(tierId), periodId, quantity: chosen.quantity };
    return deps.applyTier({ ...shared, named }, guards);
  }
  const { packageCode, periodId, behaviour } = asking;
  return deps.requestChange({ ...shared, packageCode, periodId, behaviour }, guards);
}
