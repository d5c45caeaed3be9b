import type { SubscriptionLife } from '../../application/change/read-subscription.js';
import { type PaymentPeriodId, toId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type { ChangeAmounts, ChangeKind, FrozenTarget } from '../../domain/user-product/change.js';
import type { PortalDeps } from './portal-deps.js';
import { type PortalRefusalReason } from './refusal-words.js';
import { offeredCodes, whatIsOffered } from './what-is-offered.js';
import { ownerOf, type PortalVisit } from './visitor.js';
import type { Facts } from '../../domain/user-product/refusal.js';
import type { Requester } from '../../domain/user-product/requester.js';

/** What a visitor has chosen, as a form names it. */
export type Chosen = {
  /** A tier or a package, and one of its payment periods. */
  readonly value: string;
  /** Null: the quantity of now. */
  readonly quantity: number | null;
};

/** A change as it would be made, bound by its quote. */
export type BoundOffer = {
  readonly kind: ChangeKind;
  readonly effectiveAt: Instant;
  readonly isAtOnce: boolean;
  readonly validTo: Instant;
  readonly target: FrozenTarget;
  readonly amounts: ChangeAmounts;
  readonly quote: string;
};

export type OfferResult =
  | { readonly ok: true; readonly offer: BoundOffer }
  | {
      readonly ok: false;
      readonly refusals: readonly { readonly reason: PortalRefusalReason; readonly facts: Facts }[];
    };

/** How a change is asked for here: within its product group, or as the publisher offers it; null: not at all. */
export type Asking =
  | { readonly by: 'group'; readonly tierId: string; readonly periodId: PaymentPeriodId }
  | { readonly by: 'offer'; readonly packageCode: string; readonly periodId: PaymentPeriodId };

/** Reads what a form named; null where it names nothing that is to be had here. */
export function askingOf(
  { value }: Chosen,
  { life, visit }: { readonly life: SubscriptionLife; readonly visit: PortalVisit },
): Asking | null {
  const [of = '', period = ''] = value.split('.');
  const periodId = toId<PaymentPeriodId>(period);
  const { change } = whatIsOffered(life, visit.visitor);
  if (change === 'group') return { by: 'group', tierId: of, periodId };
  const pack = life.context.catalogue.packagesById.get(toId(of));
  const isOffered = pack !== undefined && offeredCodes(visit.visitor).includes(pack.code);
  return change === 'offer' && isOffered ? { by: 'offer', packageCode: pack.code, periodId } : null;
}

/**
 * What a change comes to now, with the quote that binds it for 15 minutes: the preview of the dialect that it is asked
 * in. Null: it is not to be had here at all.
 */
export async function readOffer(
  deps: PortalDeps,
  asked: { readonly life: SubscriptionLife; readonly visit: PortalVisit; readonly chosen: Chosen },
): Promise<OfferResult | null> {
  const asking = askingOf(asked.chosen, asked);
  if (asking === null) return null;
  return asking.by === 'group'
    ? offerOfGroup(deps, asking, asked)
    : offerOfPublisher(deps, asking, asked);
}

type Asked = Parameters<typeof readOffer>[1];

async function offerOfGroup(
  { listChangeOptions }: PortalDeps,
  { tierId, periodId }: Extract<Asking, { readonly by: 'group' }>,
  { life, visit, chosen }: Asked,
): Promise<OfferResult | null> {
  const { last: product, now } = life;
  const key = { ...ownerOf(visit), userProductId: product.id };
  const seen = { product, now };
  const listed = await listChangeOptions({ ...key, quantity: chosen.quantity, seen });
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
  const { decision, quote } = found;
  const { kind, effectiveAt, timing, next, target, amounts } = decision;
  const isAtOnce = timing === 'immediately';
  const offer = { kind, effectiveAt, isAtOnce, validTo: next.validTo, target, amounts, quote };
  return { ok: true, offer };
}

async function offerOfPublisher(
  { previewChange }: PortalDeps,
  { packageCode, periodId }: Extract<Asking, { readonly by: 'offer' }>,
  { life, visit }: Asked,
): Promise<OfferResult | null> {
  const { last: product, now } = life;
  const command = {
    ...ownerOf(visit),
    userProductId: product.id,
    packageCode,
    periodId,
    behaviour: visit.visitor.settings.portal.behaviour,
    requestedBy: requesterIn(visit),
  };
  const preview = await previewChange(command, { product, now });
  if (preview === null) return null;
  if (!preview.allowed) return { ok: false, refusals: preview.refusals };
  const { decision, quote } = preview;
  const { kind, effectiveAt, next, target, amounts } = decision;
  const isAtOnce = kind === 'upgrade';
  const offer = { kind, effectiveAt, isAtOnce, validTo: next.validTo, target, amounts, quote };
  return { ok: true, offer };
}

/** Who asks, as a change keeps it (docs/spec/pages.md §10). */
export function requesterIn({ visitor }: PortalVisit): Requester {
  return `portal:${visitor.accountId}`;
}
