import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { HoldPeriodEnds } from '../clock/hold-period-ends.js';
import type { OrganisationTime } from '../clock/organisation-now.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { Random } from '../ports/surroundings.js';
import { dueBucketCount, type UserProductStore } from '../ports/user-product-store.js';
import type { ApplyAllDue } from './apply-all-due.js';
import type { ApplyDuePage } from './apply-due-page.js';

export type RunPeriodEnd = (stopping: () => boolean) => Promise<number>;

export type RunPeriodEndDeps = {
  readonly organisations: OrganisationStore;
  readonly readContext: ReadOrganisationContext;
  readonly organisationTime: OrganisationTime;
  readonly userProducts: Pick<UserProductStore, 'findDue'>;
  readonly applyDuePage: ApplyDuePage;
  readonly applyAllDue: ApplyAllDue;
  readonly holdPeriodEnds: HoldPeriodEnds;
  readonly random: Random;
};

const pageSize = 500;
/** While the database works for one lane, this process decides for the other. */
const laneCount = 2;

/**
 * Applies everything that is due in every organisation, each by its own now, and answers how many periods it ended.
 * Stops between two pages when asked to. The first look goes over all buckets at once: mostly little or nothing is due.
 * Where there is more than a page, the buckets are gone through in random order, so that many workers meet rarely. In an
 * organisation with a clock of its own they go in order, and whoever ends them there is not met.
 */
export function makeRunPeriodEnd(deps: RunPeriodEndDeps): RunPeriodEnd {
  return async (stopping) => {
    let applied = 0;
    for (const { id } of await deps.organisations.list()) {
      if (stopping()) break;
      applied += await runOrganisation(deps, id, stopping);
    }
    return applied;
  };
}

async function runOrganisation(
  deps: RunPeriodEndDeps,
  id: OrganisationId,
  stopping: () => boolean,
): Promise<number> {
  const context = await deps.readContext(id);
  if (context === null) return 0;
  const { now, isTestClock, isHeld } = await deps.organisationTime(context.organisation);
  if (isHeld) return 0;
  if (isTestClock) return runInOrder(deps, { id, now, stopping });
  const pile = { context, now, stopping };
  const all = await runBucket(deps, { ...pile, bucket: 'all' });
  if (!all.isLarge) return all.applied;
  const buckets = shuffledBuckets(deps.random).values();
  const lanes = await Promise.all(
    Array.from({ length: laneCount }, () => runLane(deps, pile, buckets)),
  );
  return lanes.reduce((sum, applied) => sum + applied, all.applied);
}

/**
 * In an organisation with a clock of its own periods end in order (docs/spec/operations.md §6), and one at a time ends
 * them. There the worker finds what an import has brought, and what a step of the clock has left that died.
 */
async function runInOrder(
  deps: RunPeriodEndDeps,
  { id, now, stopping }: { id: OrganisationId; now: Instant; stopping: () => boolean },
): Promise<number> {
  let found = 0;
  const onUnreadable = (): number => (found += 1);
  const query = { now, limit: 1, bucket: 'all', onUnreadable } as const;
  found += (await deps.userProducts.findDue(id, query)).length;
  if (found === 0) return 0;
  const held = await deps.holdPeriodEnds(id);
  if (held === null) return 0;
  try {
    return await deps.applyAllDue({ organisationId: id, upTo: now, held, stopping });
  } finally {
    await held.release();
  }
}

/** Takes bucket after bucket from those that are left. */
async function runLane(
  deps: RunPeriodEndDeps,
  pile: Omit<Pile, 'bucket'>,
  buckets: Iterable<number>,
): Promise<number> {
  let applied = 0;
  for (const bucket of buckets) applied += (await runBucket(deps, { ...pile, bucket })).applied;
  return applied;
}

type Pile = {
  readonly context: OrganisationContext;
  readonly now: Instant;
  readonly bucket: number | 'all';
  readonly stopping: () => boolean;
};

/** Page by page, until nothing moves: rows that all went to somebody else, or wait to be drained, are left to the next run. */
async function runBucket(
  deps: RunPeriodEndDeps,
  { context, now, bucket, stopping }: Pile,
): Promise<{ applied: number; isLarge: boolean }> {
  let applied = 0;
  while (!stopping()) {
    const page = await deps.applyDuePage(context, { now, limit: pageSize, bucket });
    applied += page.applied;
    if (bucket === 'all' && page.found === pageSize) return { applied, isLarge: true };
    if (page.applied === 0) break;
  }
  return { applied, isLarge: false };
}

function shuffledBuckets(random: Random): readonly number[] {
  return Array.from({ length: dueBucketCount }, (_, bucket) => ({ bucket, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ bucket }) => bucket);
}
