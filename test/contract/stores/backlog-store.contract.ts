import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OrganisationId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../../support/domain/at.js';
import { buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildEntry } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const noon = at('2026-05-01T12:00:00Z');
const later = at('2026-05-01T12:00:00.001Z');

/** What an operator may learn of any backlog. */
export function backlogStoreContract(open: OpenStores): void {
  describe('A backlog', () => {
    let stores: Stores;
    let close: () => Promise<void>;
    const organisationId = newId<OrganisationId>();
    beforeAll(async () => {
      const opened = await open();
      ({ stores, close } = opened);
    });
    afterAll(() => close());

    const count = (limit: number, of = organisationId, now = noon) =>
      stores.backlog.countDue(of, { now, limit });

    test('counts what is due, of that organisation, up to the limit', async () => {
      for (const validTo of [noon, noon, later]) {
        const product = buildRow({ organisationId, validTo });
        await stores.userProducts.insert(organisationId, { product, outbox: [] });
      }
      expect(await count(100)).toBe(2);
      expect(await count(100, organisationId, later)).toBe(3);
      expect(await count(1)).toBe(1);
      expect(await count(100, newId())).toBe(0);
    });

    test('knows the oldest entry that waits, also inside a successor', async () => {
      expect(await stores.backlog.oldestEntryAt()).toBeNull();
      const row = buildRow({ organisationId });
      const young = { ...buildEntry(row), createdAt: later };
      await stores.userProducts.insert(organisationId, { product: row, outbox: [young] });
      expect(await stores.backlog.oldestEntryAt()).toBe(later);
      const ended = buildRow({ organisationId });
      await stores.userProducts.insert(organisationId, { product: ended, outbox: [] });
      const write = buildEndingCommit(ended);
      const old = { ...buildEntry(ended), createdAt: noon };
      const successor = { ...write.successor, outbox: [old] };
      await stores.userProducts.commit(organisationId, { ...write, successor });
      expect(await stores.backlog.oldestEntryAt()).toBe(noon);
    });
  });
}
