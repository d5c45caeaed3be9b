import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  IdempotencyStore,
  KeyRecord,
} from '../../../src/application/ports/idempotency-store.js';
import type { AccountId, OrganisationId } from '../../../src/domain/ids.js';
import { at } from '../../support/domain/at.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const noon = at('2026-05-01T12:00:00Z');
const answer = { status: 201, body: '{"id":"a"}' };

const recordOf = (edits: Partial<KeyRecord> = {}): KeyRecord => ({
  keyHash: 'key',
  commandHash: 'command',
  chosenId: newId<AccountId>(),
  heldAt: noon,
  isFree: false,
  answer: null,
  ...edits,
});

/** What a keyed write that is not on a user product may rely on of any `IdempotencyStore`. */
export function idempotencyStoreContract(open: OpenStores): void {
  describe('A store of keys', () => {
    let store: IdempotencyStore;
    let close: () => Promise<void>;
    let organisationId: OrganisationId;
    beforeAll(async () => {
      const opened = await open();
      store = opened.stores.idempotency;
      ({ close } = opened);
    });
    afterAll(() => close());
    beforeEach(() => {
      organisationId = newId();
    });

    const claim = (record: KeyRecord, expiredBefore = 0, of = organisationId) =>
      store.claim(of, record, expiredBefore);

    test('gives a key to the first who claims it, and tells the others who has it', async () => {
      const first = recordOf();
      expect(await claim(first)).toBeNull();
      expect(await claim(recordOf({ commandHash: 'other' }))).toEqual(first);
      expect(await claim(recordOf({ keyHash: 'another' }))).toBeNull();
      expect(await claim(recordOf(), 0, newId())).toBeNull();
    });

    test('gives it to one of many who claim it at once', async () => {
      const records = Array.from({ length: 8 }, () => recordOf());
      const found = await Promise.all(records.map((it) => claim(it)));
      const won = records.filter((_, index) => found[index] === null);
      expect(won).toHaveLength(1);
      expect(found.filter((it) => it !== null)).toEqual(Array(7).fill(won[0]));
    });

    test('gives away what was held since before the instant that is named', async () => {
      const [first, second] = [recordOf(), recordOf({ heldAt: noon + 1 })];
      await claim(first);
      expect(await claim(second, noon)).toEqual(first);
      expect(await claim(second, noon + 1)).toBeNull();
      expect(await claim(recordOf())).toEqual(second);
    });

    test('keeps the first answer', async () => {
      const record = recordOf();
      await claim(record);
      await store.keep(organisationId, record, answer);
      await store.keep(organisationId, record, { status: 500, body: 'late' });
      await store.release(organisationId, record);
      expect(await claim(recordOf())).toEqual({ ...record, answer });
      expect(await store.takeOver(organisationId, recordOf(), record)).toBe(false);
    });

    test('lets one of many go on with what is unfinished, under the id that was chosen first', async () => {
      const found = recordOf();
      await claim(found);
      const later = { ...found, heldAt: noon + 1, commandHash: 'other' };
      const results = await Promise.all(
        Array.from({ length: 4 }, () => store.takeOver(organisationId, later, found)),
      );
      expect(results.filter((it) => it)).toHaveLength(1);
      expect(await claim(recordOf())).toEqual(later);
    });

    test('frees a key for whoever still holds it, and for nobody else', async () => {
      const record = recordOf();
      await claim(record);
      await store.release(organisationId, { ...record, heldAt: noon + 1 });
      expect(await claim(recordOf())).toEqual(record);
      await store.release(organisationId, record);
      const free = { ...record, isFree: true };
      expect(await claim(recordOf())).toEqual(free);
      expect(await store.takeOver(organisationId, record, free)).toBe(true);
      expect(await claim(recordOf())).toEqual(record);
    });

    test('forgets what was held since before an instant, of one organisation', async () => {
      await claim(recordOf());
      await claim(recordOf({ keyHash: 'young', heldAt: noon + 1 }));
      expect(await store.deleteBefore(newId(), noon + 1)).toBe(0);
      expect(await store.deleteBefore(organisationId, noon + 1)).toBe(1);
      expect(await store.deleteBefore(organisationId, noon + 1)).toBe(0);
      expect(await claim(recordOf({ keyHash: 'young' }))).not.toBeNull();
      expect(await claim(recordOf())).toBeNull();
    });
  });
}
