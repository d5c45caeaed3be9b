import type { mongo } from 'mongoose';
import {
  UnreadableUserProductError,
  type UnreadableUserProduct,
} from '../application/ports/failures.js';
import type { OnUnreadable, StoredUserProduct } from '../application/ports/user-product-store.js';
import type { TimeZone } from '../domain/time/instant.js';
import type { Database } from './connect.js';
import { driverCollection } from './driver-collection.js';
import { storedUserProductOf } from './mappers/user-product.mapper.js';
import { idOf } from './mappers/values.mapper.js';
import type { OrganisationDocument } from './schemas/organisation.schema.js';
import type { UserProductDocument } from './schemas/user-product.schema.js';

/** Each that cannot be read is told; where nobody is to be told, it throws `UnreadableUserProductError`. */
export type ReadRows = (
  documents: readonly UserProductDocument[],
  onUnreadable?: OnUnreadable,
) => Promise<readonly StoredUserProduct[]>;

/** Of an organisation that is gone; nothing is decided on its rows any more. */
const nobodysZone = 'UTC' as TimeZone;

/**
 * Documents as rows. Only what was stored before `paid` was kept costs a further command: for the zones that its
 * periods are counted in (docs/spec/change-rules.md §3).
 */
export function makeReadRows({ models, reading }: Database): ReadRows {
  const organisations = driverCollection<OrganisationDocument>(models.organisations);

  const zonesOf = async (
    documents: readonly UserProductDocument[],
  ): Promise<ReadonlyMap<string, TimeZone>> => {
    const ids = new Map(documents.map((it) => [keyOf(it), it.organisation_id]));
    const filter = { _id: { $in: [...ids.values()] } };
    const options = { projection: { time_zone: 1 }, batchSize: ids.size + 1 } as const;
    const found = await reading(() => organisations.find(filter, options).toArray());
    return new Map(found.map((it) => [it._id.toHexString(), it.time_zone as TimeZone]));
  };

  return async (documents, onUnreadable = refuse) => {
    const old = documents.filter(isBeforePaid);
    const zones = old.length === 0 ? null : await zonesOf(old);
    return documents.flatMap((it) => {
      try {
        return [storedUserProductOf(it, zones?.get(keyOf(it)) ?? nobodysZone)];
      } catch (error) {
        onUnreadable(unreadable(it, error));
        return [];
      }
    });
  };
}

function refuse(userProduct: UnreadableUserProduct): never {
  throw new UnreadableUserProductError(userProduct);
}

function unreadable(
  { _id, organisation_id, account_id }: UserProductDocument,
  error: unknown,
): UnreadableUserProduct {
  return {
    id: idOf(_id),
    organisationId: idOf(organisation_id),
    accountId: idOf(account_id),
    error,
  };
}

function isBeforePaid({ paid, successor }: UserProductDocument): boolean {
  return paid === undefined || (successor !== undefined && successor.paid === undefined);
}

function keyOf({ organisation_id }: { organisation_id: mongo.ObjectId }): string {
  return organisation_id.toHexString();
}
