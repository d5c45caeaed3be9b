import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { OrganisationStore } from '../ports/organisation-store.js';
import type { Random } from '../ports/random.js';
import type { ApplyDuePage } from './apply-due-page.js';
import type { OrganisationNow } from './organisation-now.js';

export type RunPeriodEnd = (stopping: () => boolean) => Promise<number>;

export type RunPeriodEndDeps = {
  readonly organisations: OrganisationStore;
  readonly readContext: ReadOrganisationContext;
  readonly organisationNow: OrganisationNow;
  readonly applyDuePage: ApplyDuePage;
  readonly random: Random;
};

const bucketCount = 64;
const pageSize = 500;

/**
 * Applies everything that is due in every organisation, each by its own now, and answers how many periods it ended.
 * Stops between two pages when asked to. The first look goes over all buckets at once: mostly nothing is due. Where
 * there is more than a page, the buckets are gone through in random order, so that many workers meet rarely.
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
  const now = await deps.organisationNow(context.organisation);
  const first = await deps.applyDuePage(context, { now, limit: pageSize, bucket: 'all' });
  let { applied } = first;
  if (first.found === 0) return applied;
  for (const bucket of shuffledBuckets(deps.random)) {
    applied += await runBucket(deps, { context, now, bucket, stopping });
  }
  return applied;
}

type Bucket = {
  readonly context: OrganisationContext;
  readonly now: Instant;
  readonly bucket: number;
  readonly stopping: () => boolean;
};

async function runBucket(
  deps: RunPeriodEndDeps,
  { context, now, bucket, stopping }: Bucket,
): Promise<number> {
  let applied = 0;
  for (;;) {
    if (stopping()) return applied;
    const page = await deps.applyDuePage(context, { now, limit: pageSize, bucket });
    applied += page.applied;
    // A page of rows that all went to somebody else, or wait to be drained, is left to the next run.
    if (page.applied === 0) return applied;
  }
}

function shuffledBuckets(random: Random): readonly number[] {
  return Array.from({ length: bucketCount }, (_, bucket) => ({ bucket, order: random() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ bucket }) => bucket);
}
