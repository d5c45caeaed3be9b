import type { Catalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { ChangeTarget } from '../../../src/domain/change/change-decision.js';
import type { PaywayBehaviour, ChangeRowWrite } from '../../../src/domain/user-product/change.js';
import type { ChangePolicy, FoundTarget } from '../../../src/domain/change/change-policy.js';
import { decideChange } from '../../../src/domain/change/decide-change.js';
import { findRepeat } from '../../../src/domain/change/find-repeat.js';
import type { NamedTarget } from '../../../src/domain/change/named-target.js';
import { makePaywayPolicy } from '../../../src/domain/change/payway/payway-policy.js';
import type { PaywayRefusalReason } from '../../../src/domain/change/payway/payway-refusal.js';
import { groupPolicy } from '../../../src/domain/change/product-groups/group-policy.js';
import type { GroupRefusalReason } from '../../../src/domain/change/product-groups/group-refusal.js';
import type { TierName } from '../../../src/domain/change/product-groups/tier-name.js';
import type { DomainEvent } from '../../../src/domain/user-product/event-side.js';
import {
  type ChangeId,
  type DocumentId,
  type EventId,
  type UserProductId,
  toClientId,
} from '../../../src/domain/ids.js';
import { laterOf, type Instant } from '../../../src/domain/time/instant.js';
import { carryOutChange } from '../../../src/domain/change/carry-out-change.js';
import {
  createUserProduct,
  type UserProductDraft,
} from '../../../src/domain/user-product/create-user-product.js';
import { isDue } from '../../../src/domain/user-product/due-at.js';
import { endPeriod } from '../../../src/domain/user-product/end-period.js';
import type { Ruling } from '../../../src/domain/user-product/ruling.js';
import type { Transition, TransitionIds } from '../../../src/domain/user-product/transition.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { WriteOrder } from '../../../src/domain/user-product/write-order.js';
import { idOf } from './id-of.js';

export type ChangeRequest = {
  readonly target: ChangeTarget;
  readonly behaviour: PaywayBehaviour;
  /** Who is asked: the living user product, or one that the client still believes in. */
  readonly of?: UserProductId;
};
export type ChangeAnswer<Reason extends string = PaywayRefusalReason> =
  | { readonly id: UserProductId; readonly repeated: boolean }
  | { readonly refused: readonly Reason[] };

/** A request by the rules of a product group. */
type TierRequest = { readonly named: TierName; readonly of?: UserProductId };

export type SubscriptionLife = {
  readonly rows: Map<UserProductId, UserProduct>;
  readonly events: DomainEvent[];
  readonly changeRows: ChangeRowWrite[];
  readonly living: () => UserProduct;
  /** Moves the clock and applies what is due, one period at a time, in order. */
  readonly moveTo: (now: Instant) => void;
  readonly request: (request: ChangeRequest) => ChangeAnswer;
  readonly apply: (request: TierRequest) => ChangeAnswer<GroupRefusalReason>;
  /** Any other write on what is living, by its rule; what is due is applied first. Answers why not, or null. */
  readonly write: (
    rule: (order: WriteOrder & { ids: TransitionIds }) => Ruling<string>,
  ) => string | null;
  readonly replaceCatalogue: (catalogue: Catalogue) => void;
  readonly edit: (edits: Partial<UserProduct>) => void;
};

/** One chain of user products in memory, lived through as the use cases do: due first, then repeats, then rules. */
export function beginLife(begin: {
  draft: UserProductDraft;
  catalogue: Catalogue;
  now: Instant;
}): SubscriptionLife {
  let { catalogue, now } = begin;
  let lastId = 10_000;
  const fresh = (): number => {
    lastId += 1;
    return lastId;
  };
  const nextIds = {
    nextEventId: () => idOf<EventId>(fresh()),
    nextDocumentId: () => idOf<DocumentId>(fresh()),
  };
  const freshIds = (): TransitionIds => ({
    successorId: idOf<UserProductId>(fresh()),
    ...nextIds,
  });
  const rows = new Map<UserProductId, UserProduct>();
  const events: DomainEvent[] = [];
  const changeRows: ChangeRowWrite[] = [];

  const commit = ({ next, successor, events: told, changeRows: written }: Transition): void => {
    rows.set(next.id, next);
    if (successor !== null) rows.set(successor.id, successor);
    events.push(...told);
    changeRows.push(...written);
  };
  const living = (): UserProduct => {
    const last = [...rows.values()].find((it) => it.endedBy === null);
    if (last === undefined) throw new Error('every chain has an end that nothing ended');
    return last;
  };
  const applyDue = (): void => {
    for (let row = living(); isDue(row, now); row = living()) {
      commit(endPeriod({ product: row, catalogue, ids: freshIds() }));
    }
  };
  const change = <Reason extends string, Named>(
    { named, of }: { readonly named: Named; readonly of?: UserProductId | undefined },
    policy: ChangePolicy<Reason, Named>,
    find: (product: UserProduct) => FoundTarget<Reason>,
  ): ChangeAnswer<Reason> => {
    applyDue();
    const product = of === undefined ? living() : rows.get(of);
    if (product === undefined) throw new Error('asked of a user product that never was');
    const isNamed = (it: NamedTarget) => policy.isNamed(named, it, { product, catalogue });
    const { behaviour } = policy;
    const repeated = findRepeat(product, { behaviour, isNamed }, catalogue.timeZone);
    if (repeated !== null) return { id: repeated.id, repeated: true };
    const decidedAt = laterOf(now, product.lastEffectiveAt);
    const found = find(product);
    if (found === null) throw new Error('asked for what is not there');
    if (!found.found) return { refused: found.refusals.map((it) => it.reason) };
    const { target } = found;
    const outcome = decideChange({ product, target, catalogue, now: decidedAt }, policy);
    if (!outcome.ok) return { refused: outcome.refusals.map((it) => it.reason) };
    const transition = carryOutChange({
      product,
      decision: outcome.decision,
      changeId: idOf<ChangeId>(fresh()),
      requestedBy: toClientId('demo'),
      sendsCreditNote: false,
      catalogue,
      ids: freshIds(),
      now: decidedAt,
    });
    commit(transition);
    return { id: transition.next.endedBy?.answerId ?? product.id, repeated: false };
  };
  const request = ({ target, behaviour, of }: ChangeRequest): ChangeAnswer => {
    const { package: pack, period } = target;
    const policy = makePaywayPolicy({ behaviour, exportingIntegrations: new Set() });
    const named = { packageCode: pack.code, periodId: period.id };
    return change({ named, of }, policy, () => ({ found: true, target }));
  };
  const apply: SubscriptionLife['apply'] = (asked) =>
    change(asked, groupPolicy, (product) => groupPolicy.find(asked.named, { product, catalogue }));

  const write: SubscriptionLife['write'] = (rule) => {
    applyDue();
    const product = living();
    const at = laterOf(now, product.lastEffectiveAt);
    const ids = freshIds();
    const ruling = rule({ product, at, catalogue, ids, changeId: idOf<ChangeId>(fresh()) });
    if (ruling.rule === 'commit') commit(ruling.transition);
    return ruling.rule === 'refuse' ? ruling.refusals[0].reason : null;
  };

  commit(createUserProduct({ ...begin, ids: nextIds }));
  return {
    rows,
    events,
    changeRows,
    living,
    request,
    apply,
    write,
    moveTo: (to) => {
      now = to;
      applyDue();
    },
    replaceCatalogue: (to) => {
      catalogue = to;
    },
    edit: (edits) => {
      const row = living();
      rows.set(row.id, { ...row, ...edits });
    },
  };
}
