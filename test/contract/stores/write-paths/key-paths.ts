import type { KeyRecord } from '../../../../src/application/ports/idempotency-store.js';
import { type OrganisationId, toId } from '../../../../src/domain/ids.js';
import { newId } from '../../../support/stored/ids.js';
import type { WritePath } from './write-path.js';

const keyRecord = (): KeyRecord => ({
  keyHash: newId(),
  commandHash: 'c',
  chosenId: newId(),
  heldAt: Date.now(),
  isFree: false,
  answer: null,
});

/** Writes of keys and the answers under them. */
export const keyPaths: readonly WritePath[] = [
  {
    name: 'a key that is claimed',
    command: 'insert',
    prepare: (stores) => {
      const [organisationId, record] = [newId<OrganisationId>(), keyRecord()];
      const other = { ...record, chosenId: toId<never>(newId()) };
      return Promise.resolve({
        run: () => stores.idempotency.claim(organisationId, record, 0),
        isStored: async () => (await stores.idempotency.claim(organisationId, other, 0)) !== null,
      });
    },
  },
  {
    name: 'an answer that is kept under its key',
    command: 'update',
    prepare: async (stores) => {
      const [organisationId, record] = [newId<OrganisationId>(), keyRecord()];
      await stores.idempotency.claim(organisationId, record, 0);
      const find = () => stores.idempotency.claim(organisationId, record, 0);
      return {
        run: () => stores.idempotency.keep(organisationId, record, { status: 201, body: '{}' }),
        isStored: async () => (await find())?.answer !== null,
      };
    },
  },
];
