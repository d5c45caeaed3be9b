import type { OrganisationId } from '../../domain/ids.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import { dueAtOf } from '../../domain/user-product/due-at.js';
import type { UserProductStore } from '../ports/user-product-store.js';

/** When the next period ends or the next change takes effect in an organisation; null: never. */
export type FindNextBoundary = (organisationId: OrganisationId) => Promise<Instant | null>;

export type FindNextBoundaryDeps = { readonly userProducts: Pick<UserProductStore, 'findDue'> };

const endOfCalendar = toInstant(Date.UTC(9999, 11, 31, 23, 59, 59, 999));

/** One that cannot be read is set aside by whoever is to end its period. */
const onUnreadable = (): void => undefined;

/** The earliest of all that is to fall due, found by the index that finds what is due. */
export function makeFindNextBoundary({ userProducts }: FindNextBoundaryDeps): FindNextBoundary {
  return async (organisationId) => {
    const query = { now: endOfCalendar, limit: 1, bucket: 'all', onUnreadable } as const;
    const [first] = await userProducts.findDue(organisationId, query);
    return first === undefined ? null : dueAtOf(first.product);
  };
}
