import type { AccountErasure } from '../../application/ports/account-erasure.js';
import type { AccountId, OrganisationId } from '../../domain/ids.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { objectIdOf } from '../mappers/values.mapper.js';
import type { AccountDocument } from '../schemas/account.schema.js';
import type { CartDocument } from '../schemas/cart.schema.js';
import type { ChangeDocument } from '../schemas/change.schema.js';
import type { EventDocument } from '../schemas/event.schema.js';
import type { PageLinkDocument } from '../schemas/page-link.schema.js';
import type { PageSessionDocument } from '../schemas/page-session.schema.js';
import type { UserProductDocument } from '../schemas/user-product.schema.js';
import { deleteInPages } from '../delete-in-pages.js';

/** Takes what is an account's out of the database, for ever. */
export function makeAccountErasure(database: Database): AccountErasure {
  const { models, writing } = database;
  const events = driverCollection<EventDocument>(models.events);
  const carts = driverCollection<CartDocument>(models.carts);
  const changes = driverCollection<ChangeDocument>(models.changes);
  const userProducts = driverCollection<UserProductDocument>(models.userProducts);
  const accounts = driverCollection<AccountDocument>(models.accounts);

  return {
    ...makePageAccessErasure(database),
    // By position, which has an index; an index by account would cost every event that is ever written.
    eraseEvents: async (organisationId, { accountId, after, through }) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        position: { $gt: after, $lte: through },
        account_id: objectIdOf(accountId),
        erased: { $ne: true },
      };
      const erased = { $set: { before: null, after: null, erased: true } } as const;
      const { modifiedCount } = await writing(() => events.updateMany(filter, erased));
      return modifiedCount;
    },

    removeCarts: (organisationId, accountId) =>
      deleteInPages(database, carts, ownedBy(organisationId, accountId)),

    removeChanges: (organisationId, accountId) =>
      deleteInPages(database, changes, ownedBy(organisationId, accountId)),

    removeUserProducts: async (organisationId, rows) => {
      if (rows.length === 0) return 0;
      const organisation_id = objectIdOf(organisationId);
      const deletes = rows.map(({ id, version }) => ({
        deleteOne: { filter: { _id: objectIdOf(id), organisation_id, version } },
      }));
      const { deletedCount } = await writing(() =>
        userProducts.bulkWrite(deletes, { ordered: false }),
      );
      return deletedCount;
    },

    removeAccount: async (organisationId, accountId) => {
      const filter = { _id: objectIdOf(accountId), organisation_id: objectIdOf(organisationId) };
      await writing(() => accounts.deleteOne(filter));
    },
  };
}

function ownedBy(organisationId: OrganisationId, accountId: AccountId) {
  return { organisation_id: objectIdOf(organisationId), account_id: objectIdOf(accountId) };
}

function makePageAccessErasure(database: Database): Pick<AccountErasure, 'removePageAccess'> {
  const { models } = database;
  const pageLinks = driverCollection<PageLinkDocument>(models.pageLinks);
  const pageSessions = driverCollection<PageSessionDocument>(models.pageSessions);

  return {
    // Links first: nobody gets in by one while the sessions go.
    removePageAccess: async (organisationId, accountId) => {
      const filter = {
        organisation_id: objectIdOf(organisationId),
        account_id: objectIdOf(accountId),
      };
      const links = await deleteInPages(database, pageLinks, filter);
      return links + (await deleteInPages(database, pageSessions, filter));
    },
  };
}
