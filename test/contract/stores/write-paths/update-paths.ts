import type { OrganisationId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { buildChange, buildEntry, closeOf } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';
import type { WritePath } from './write-path.js';

const organisationOf = () => ({
  id: newId<OrganisationId>(),
  name: 'A publisher',
  timeZone: 'Europe/Stockholm' as never,
  currency: 'SEK' as never,
  live: false,
  prorationGrain: 'day' as const,
});

/** Updates and deletes that are no commits. */
export const updatePaths: readonly WritePath[] = [
  {
    name: 'a change row that a drain closes',
    command: 'update',
    prepare: async (stores) => {
      const row = buildRow();
      const change = buildChange(row);
      const { organisationId } = row;
      await stores.changes.write(organisationId, [{ write: 'open', change }]);
      const find = () => stores.changes.find(organisationId, change.id);
      return {
        run: () => stores.changes.write(organisationId, [closeOf(change)]),
        isStored: async () => (await find())?.state === 'superseded',
      };
    },
  },
  {
    name: 'the end of a drain',
    command: 'update',
    prepare: async (stores) => {
      const row = buildRow();
      const entry = buildEntry(row);
      const { organisationId, id: userProductId } = row;
      await stores.userProducts.insert(organisationId, { product: row, outbox: [entry] });
      const mark = { userProductId, entryIds: [entry.id], successorId: null };
      const find = () => stores.userProducts.find(organisationId, userProductId);
      return {
        run: () => stores.outboxes.markDrained([mark]),
        isStored: async () => (await find())?.outbox.length === 0,
      };
    },
  },
  {
    name: 'an organisation',
    command: 'update',
    prepare: (stores) => {
      const organisation = organisationOf();
      return Promise.resolve({
        run: () => stores.organisations.save(organisation),
        isStored: async () => (await stores.organisations.find(organisation.id)) !== null,
      });
    },
  },
  {
    name: 'a test clock',
    command: 'update',
    prepare: async (stores) => {
      const organisation = organisationOf();
      await stores.organisations.save(organisation);
      const april = at('2026-04-01T00:00:00Z');
      const find = () => stores.organisations.find(organisation.id);
      return {
        run: () => stores.organisations.setTestClock(organisation.id, april),
        isStored: async () => (await find())?.testClockAt === april,
      };
    },
  },
  {
    name: 'account data that are erased',
    command: 'delete',
    prepare: async (stores) => {
      const row = buildRow();
      const { organisationId, accountId } = row;
      const change = buildChange(row);
      await stores.changes.write(organisationId, [{ write: 'open', change }]);
      return {
        run: () => stores.erasure.removeChanges(organisationId, accountId),
        isStored: async () => (await stores.changes.find(organisationId, change.id)) === null,
      };
    },
  },
];
