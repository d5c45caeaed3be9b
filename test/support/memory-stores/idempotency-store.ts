import type {
  IdempotencyStore,
  KeyRecord,
} from '../../../src/application/ports/idempotency-store.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import { type Memory, removeRows } from './memory.js';
import { inOneStep } from './one-step.js';

/** Keyed writes that are not on a user product, by organisation and key. */
export function makeIdempotencyStore({ keyRecords }: Memory): IdempotencyStore {
  const keyOf = (organisationId: OrganisationId, { keyHash }: KeyRecord): string =>
    `${organisationId} ${keyHash}`;
  const unfinished = (organisationId: OrganisationId, record: KeyRecord): KeyRecord | null => {
    const found = keyRecords.get(keyOf(organisationId, record))?.row;
    return found?.answer === null ? found : null;
  };
  const put = (organisationId: OrganisationId, row: KeyRecord): void => {
    keyRecords.set(keyOf(organisationId, row), { organisationId, row });
  };

  return inOneStep<IdempotencyStore>({
    claim: (organisationId, record, expiredBefore) => {
      const found = keyRecords.get(keyOf(organisationId, record))?.row;
      if (found !== undefined && found.heldAt >= expiredBefore) return found;
      put(organisationId, { ...record, isFree: false, answer: null });
      return null;
    },

    takeOver: (organisationId, { heldAt, commandHash, keyHash }, found) => {
      const standing = unfinished(organisationId, { ...found, keyHash });
      if (standing?.heldAt !== found.heldAt || standing.isFree !== found.isFree) return false;
      put(organisationId, { ...standing, heldAt, commandHash, isFree: false });
      return true;
    },

    keep: (organisationId, record, answer) => {
      const standing = unfinished(organisationId, record);
      if (standing !== null) put(organisationId, { ...standing, answer });
    },

    release: (organisationId, record) => {
      const standing = unfinished(organisationId, record);
      if (standing?.heldAt !== record.heldAt) return;
      put(organisationId, { ...standing, isFree: true });
    },

    deleteBefore: (organisationId, heldBefore) =>
      removeRows(keyRecords, organisationId, (it) => it.heldAt < heldBefore),
  });
}
