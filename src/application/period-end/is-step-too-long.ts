import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { OrganisationId } from '../../domain/ids.js';
import { addInterval } from '../../domain/time/boundary.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import { countPeriodsDue } from '../../domain/user-product/count-periods-due.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import { transitionIds } from '../commit/build-commit.js';
import type { IdSource } from '../ports/surroundings.js';
import {
  dueBucketCount,
  type StoredUserProduct,
  type UserProductStore,
} from '../ports/user-product-store.js';

/** A step of a test clock, from where it stands. */
type ClockStep = { readonly from: Instant; readonly to: Instant };

export type IsStepTooLong = (organisationId: OrganisationId, step: ClockStep) => Promise<boolean>;

export type IsStepTooLongDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly userProducts: Pick<UserProductStore, 'findDue'>;
  readonly ids: IdSource;
};

const mostPeriods = 10_000;
const longestStep = { unit: 'year', length: 50 } as const;
const pageSize = 500;

/**
 * Whether a step of a test clock lies more than 50 years ahead or would end more than 10,000 periods
 * (docs/spec/operations.md §6). Each row that is due by then counts at least one and its others are counted by the
 * calendar, so no more rows are read than periods may end, and it writes nothing.
 */
export function makeIsStepTooLong(deps: IsStepTooLongDeps): IsStepTooLong {
  return async (organisationId, { from, to }) => {
    const context = await deps.readContext(organisationId, 'fresh');
    if (context === null) return false;
    const { catalogue } = context;
    if (isFarAhead(from, to, catalogue.timeZone)) return true;

    const ask = (bucket: number | 'all', limit: number) =>
      deps.userProducts.findDue(organisationId, { now: to, limit, bucket, onUnreadable });
    const first = await ask('all', pageSize);
    if (first.length < pageSize) return sum(deps, catalogue, { rows: first, to }) > mostPeriods;
    let periods = 0;
    for (let bucket = 0; bucket < dueBucketCount && periods <= mostPeriods; bucket += 1) {
      const rows = await ask(bucket, mostPeriods + 1 - periods);
      periods += sum(deps, catalogue, { rows, to });
    }
    return periods > mostPeriods;
  };
}

/** One that cannot be read is set aside by whoever is to end its period. */
const onUnreadable = (): void => undefined;

function isFarAhead(from: Instant, to: Instant, zone: TimeZone): boolean {
  try {
    return to > addInterval(from, longestStep, zone);
  } catch (error) {
    // So far the calendar does not go, and so neither does the step.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function sum(
  { ids }: IsStepTooLongDeps,
  catalogue: Catalogue,
  { rows, to }: { readonly rows: readonly StoredUserProduct[]; readonly to: Instant },
): number {
  const about = { catalogue, ids: transitionIds(ids) };
  return rows.reduce((periods, { product }) => periods + countPeriodsDue(product, to, about), 0);
}
