import type { AccountId, OrganisationId } from '../../../../src/domain/ids.js';
import { toClientId } from '../../../../src/domain/ids.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { buildChange, buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';
import { versionOf, type WritePath } from './write-path.js';

/** Inserts, of whatever sort. */
export const insertPaths: readonly WritePath[] = [
  {
    name: 'an insert that goes alone',
    command: 'insert',
    prepare: (stores) => {
      const row = buildRow();
      const successor = { product: row, outbox: [] };
      return Promise.resolve({
        run: () => stores.userProducts.insert(row.organisationId, successor),
        isStored: async () => (await versionOf(stores, row)) === 1,
      });
    },
  },
  {
    name: 'the successors of a drain',
    command: 'insert',
    prepare: (stores) => {
      const row = buildRow();
      return Promise.resolve({
        run: () => stores.outboxes.insertSuccessors([{ product: row, outbox: [] }]),
        isStored: async () => (await versionOf(stores, row)) === 1,
      });
    },
  },
  {
    name: 'a change row that a drain opens',
    command: 'insert',
    prepare: (stores) => {
      const row = buildRow();
      const change = buildChange(row);
      return Promise.resolve({
        run: () => stores.changes.write(row.organisationId, [{ write: 'open', change }]),
        isStored: async () => (await stores.changes.find(row.organisationId, change.id)) !== null,
      });
    },
  },
  {
    name: 'the documents of a drain',
    command: 'insert',
    prepare: (stores) => {
      const row = buildRow();
      const documents = [buildDocument(row)];
      return Promise.resolve({
        run: () => stores.documents.append(row.organisationId, { after: 0, documents }),
        isStored: async () =>
          (await stores.documents.lastSequence(row.organisationId, 'invoice')) === 1,
      });
    },
  },
  {
    name: 'the events of a drain',
    command: 'insert',
    prepare: (stores) => {
      const row = buildRow();
      const events = [buildEvent(row)];
      return Promise.resolve({
        run: () => stores.events.append(row.organisationId, { after: 0, events }),
        isStored: async () => (await stores.events.lastPosition(row.organisationId)) === 1,
      });
    },
  },
  {
    name: 'accounts',
    command: 'insert',
    prepare: (stores) => {
      const [organisationId, id] = [newId<OrganisationId>(), newId<AccountId>()];
      return Promise.resolve({
        run: () => stores.accounts.insertMany(organisationId, [{ id, customerNumber: null }]),
        isStored: () => stores.accounts.exists(organisationId, id),
      });
    },
  },
  {
    name: 'a client',
    command: 'insert',
    prepare: (stores) => {
      const id = toClientId(newId());
      const rights = { secretHash: 's', scopes: [], provisionService: 'tulo', disabled: false };
      return Promise.resolve({
        run: () => stores.clients.insert({ id, organisationId: newId(), ...rights }),
        isStored: async () => (await stores.clients.find(id)) !== null,
      });
    },
  },
];
