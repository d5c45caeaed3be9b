import type { mongo } from 'mongoose';
import type { ChangeWalk } from '../../application/ports/change-store.js';
import type { AccountId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { changeOf } from '../mappers/change.mapper.js';
import { idOf, objectIdOf } from '../mappers/values.mapper.js';
import type { ChangeDocument } from '../schemas/change.schema.js';

/** All changes of an organisation by the index that lists them by account: one by their ids would cost every change. */
export function makeChangeWalk({ models, reading, limits }: Database): ChangeWalk {
  const collection = driverCollection<ChangeDocument>(models.changes);

  return {
    page: async (organisationId, { after, limit }) => {
      const organisation_id = objectIdOf(organisationId);
      const bounds = { batchSize: limit, maxTimeMS: limits.replyMs };
      const later = after === null ? {} : { account_id: { $gt: objectIdOf(after) } };
      const part = { sort: { account_id: 1 }, limit, ...bounds } as const;
      const found = await reading(() =>
        collection.find({ organisation_id, ...later }, part).toArray(),
      );
      const last = found.at(-1);
      if (last === undefined || found.length < limit) {
        return { changes: found.map(changeOf), through: null };
      }
      const whole = wholeAccounts(found, last);
      const end = whole.at(-1);
      if (end !== undefined) return { changes: whole.map(changeOf), through: accountOf(end) };
      const own = { organisation_id, account_id: last.account_id };
      const all = await reading(() => collection.find(own, bounds).toArray());
      return { changes: all.map(changeOf), through: accountOf(last) };
    },
  };
}

/** Without those of the last account, some of which may not have fitted. */
function wholeAccounts(
  found: readonly mongo.WithId<ChangeDocument>[],
  last: ChangeDocument,
): readonly mongo.WithId<ChangeDocument>[] {
  return found.filter((it) => !it.account_id.equals(last.account_id));
}

function accountOf({ account_id }: ChangeDocument): AccountId {
  return idOf(account_id);
}
