import { decideChange } from '../../domain/change/decide-change.js';
import type { ChangeTarget } from '../../domain/change/change-decision.js';
import { findRepeat } from '../../domain/change/find-repeat.js';
import { makePaywayPolicy } from '../../domain/change/payway-policy.js';
import { periodOf } from '../../domain/catalogue/catalogue.js';
import { type ChangeId, toId, type UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { carryOutChange } from '../../domain/user-product/carry-out-change.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { IdSource } from '../ports/id-source.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { RequestChange, RequestChangeCommand, RequestChangeResult } from './change-command.js';
import { transitionIds } from './commit-write.js';
import type { CommitUserProduct, Verdict } from './commit-user-product.js';

export type RequestChangeDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly commitUserProduct: CommitUserProduct;
  readonly ids: IdSource;
  /** Integration codes that support export of upgrade and downgrade. */
  readonly exportingIntegrations: ReadonlySet<string>;
};

const notFound: RequestChangeResult = { ok: false, failure: 'not_found' };

/** Changes what a subscription is on: at once for an upgrade, at the end of its period for the rest. */
export function makeRequestChange(deps: RequestChangeDeps): RequestChange {
  return async (command) => {
    const { organisationId, accountId, userProductId } = command;
    const context = await deps.readContext(organisationId);
    if (context === null) return notFound;
    const chosen = {
      changeId: toId<ChangeId>(deps.ids.next()),
      successorId: toId<UserProductId>(deps.ids.next()),
    };
    const answer = await deps.commitUserProduct<RequestChangeResult>({
      key: { organisationId, accountId, userProductId },
      context,
      changeId: chosen.changeId,
      decide: (row, now) => decide(deps, { command, context, row, now, ...chosen }),
      answerDone: (row) => answerDone(row, chosen.changeId),
    });
    return answer ?? notFound;
  };
}

type Question = {
  readonly command: RequestChangeCommand;
  readonly context: OrganisationContext;
  readonly row: StoredUserProduct;
  readonly now: Instant;
  readonly changeId: ChangeId;
  readonly successorId: UserProductId;
};

/** A repeat first, before target and rules (design.md §5); then the target; then the rules. */
async function decide(
  deps: RequestChangeDeps,
  { command, context, row, now, changeId, successorId }: Question,
): Promise<Verdict<RequestChangeResult>> {
  const { product } = row;
  const repeated = findRepeat(product, command);
  if (repeated !== null) return { act: 'answer', answer: { ok: true, id: repeated } };

  const found = await findTarget(deps, context, command);
  if (found === null) return { act: 'refuse', answer: notFound };

  const { behaviour, requestedBy } = command;
  const { catalogue } = found.context;
  const policy = makePaywayPolicy({
    behaviour,
    exportingIntegrations: deps.exportingIntegrations,
  });
  const outcome = decideChange({ product, target: found.target, catalogue, now }, policy);
  if (!outcome.ok) {
    return { act: 'refuse', answer: { ok: false, failure: 'refused', refusals: outcome.refusals } };
  }
  const ids = transitionIds(deps.ids, successorId);
  const { decision } = outcome;
  const change = { product, decision, changeId, requestedBy, catalogue, ids, now };
  const transition = carryOutChange(change);
  const id = transition.next.endedBy?.answerId ?? product.id;
  return { act: 'commit', answer: { ok: true, id }, transition };
}

/** A code or a period that the cache does not know is read once before it is a 404 (design.md §8). */
async function findTarget(
  deps: RequestChangeDeps,
  context: OrganisationContext,
  command: RequestChangeCommand,
): Promise<{ target: ChangeTarget; context: OrganisationContext } | null> {
  const known = targetIn(context, command);
  if (known !== null) return { target: known, context };
  const fresh = await deps.readContext(command.organisationId, 'fresh');
  const target = fresh === null ? null : targetIn(fresh, command);
  return fresh === null || target === null ? null : { target, context: fresh };
}

function targetIn(
  { catalogue }: OrganisationContext,
  { packageCode, periodId }: RequestChangeCommand,
): ChangeTarget | null {
  const found = catalogue.packagesByCode.get(packageCode);
  const period = periodOf(found, periodId);
  return found === undefined || period === null ? null : { package: found, period };
}

/** The very change was committed by an earlier try: it ended this user product, or waits (or waited) in it. */
function answerDone({ product }: StoredUserProduct, changeId: ChangeId): RequestChangeResult {
  const ended = product.endedBy?.changeId === changeId ? product.endedBy : null;
  return { ok: true, id: ended?.answerId ?? product.id };
}
