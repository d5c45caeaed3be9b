import { isSameValue } from '../is-same-value.js';
import type { PaymentPeriodId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import type { Package, PaymentPeriod } from './package.js';
import type { Revision } from './revision.js';

/** A package with how often it was edited, and each of its payment periods. */
export type RevisedPackage = {
  readonly package: Package;
  /** Of the package without its periods. */
  readonly revision: Revision;
  readonly periodRevisions: ReadonlyMap<PaymentPeriodId, Revision>;
  /** Counts what was written of it and its periods together, from 0: what the next edit of either is filtered by. */
  readonly edits: number;
};

/** A package that is new at that instant, and all of its periods with it. */
export function firstRevision(pack: Package, now: Instant): RevisedPackage {
  const revision = { version: 1, createdAt: now, updatedAt: now };
  const periodRevisions = new Map(pack.periods.map(({ id }) => [id, revision]));
  return { package: pack, revision, periodRevisions, edits: 0 };
}

/**
 * The package as it is to be, edited at that instant: what differs, the package itself or a period, is one version
 * further, and nothing else is. Null where nothing differs. Example: a period of version 1 at another price is of
 * version 2; the package and its other periods stay what they are.
 */
export function nextRevision(
  before: RevisedPackage,
  pack: Package,
  now: Instant,
): RevisedPackage | null {
  if (isSameValue(before.package, pack)) return null;
  const isSame = isSameValue(withoutPeriods(before.package), withoutPeriods(pack));
  return {
    package: pack,
    revision: isSame ? before.revision : edited(before.revision, now),
    periodRevisions: new Map(pack.periods.map((it) => [it.id, periodRevision(before, it, now)])),
    edits: before.edits + 1,
  };
}

function periodRevision(
  { package: pack, periodRevisions }: RevisedPackage,
  period: PaymentPeriod,
  now: Instant,
): Revision {
  const known = periodRevisions.get(period.id);
  if (known === undefined) return { version: 1, createdAt: now, updatedAt: now };
  const stood = pack.periods.find((it) => it.id === period.id);
  return isSameValue(stood, period) ? known : edited(known, now);
}

function edited({ version, createdAt }: Revision, now: Instant): Revision {
  return { version: version + 1, createdAt, updatedAt: now };
}

function withoutPeriods({ periods, ...own }: Package): Omit<Package, 'periods'> {
  return own;
}
