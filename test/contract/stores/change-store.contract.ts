import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStore, ChangeWalk } from '../../../src/application/ports/change-store.js';
import type { AccountId, EventId, OrganisationId, UserProductId } from '../../../src/domain/ids.js';
import type { Change } from '../../../src/domain/user-product/change.js';
import { at } from '../../support/domain/at.js';
import { buildChange, closeOf, fullChange } from '../../support/stored/build-entry.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const opened = (change: Change) => ({ write: 'open', change }) as const;

/** What the drain and the list of changes may rely on of any `ChangeStore`. */
export function changeStoreContract(open: OpenStores): void {
  describe('A store of changes', () => {
    let store: ChangeStore;
    let walk: ChangeWalk;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const it = await open();
      store = it.stores.changes;
      walk = it.stores.changeWalk;
      ({ close } = it);
    });
    afterAll(() => close());

    test('gives back exactly what was opened, oldest first, and of that account alone', async () => {
      const row = buildRow();
      const late = fullChange(row, { requestedAt: at('2026-04-30T00:00:00Z') });
      const early = buildChange(row, { requirements: [], eventIds: [] });
      const other = buildChange(buildRow({ organisationId: row.organisationId }));
      await store.write(row.organisationId, [opened(late), opened(early), opened(other)]);
      expect(await store.listByAccount(row.organisationId, row.accountId)).toEqual([early, late]);
      expect(await store.listByAccount(newId(), row.accountId)).toEqual([]);
    });

    test('closes what is open, and adds the events to those it has', async () => {
      const row = buildRow();
      const change = buildChange(row);
      const close = {
        write: 'close',
        changeId: change.id,
        state: 'applied',
        closedAt: at('2026-05-01T00:00:00Z'),
        effectiveAt: at('2026-05-02T00:00:00Z'),
        successorId: newId<UserProductId>(),
        eventIds: [newId<EventId>()],
      } as const;
      await store.write(row.organisationId, [opened(change), close]);
      expect(await store.listByAccount(row.organisationId, row.accountId)).toEqual([
        {
          ...change,
          state: 'applied',
          closedAt: close.closedAt,
          effectiveAt: close.effectiveAt,
          successorId: close.successorId,
          eventIds: [...change.eventIds, ...close.eventIds],
        },
      ]);
    });

    test('leaves the effective instant as it was where a close does not tell it', async () => {
      const row = buildRow();
      const change = buildChange(row);
      await store.write(row.organisationId, [
        opened(change),
        closeOf(change, { effectiveAt: null }),
      ]);
      const [closed] = await store.listByAccount(row.organisationId, row.accountId);
      expect(closed).toMatchObject({ state: 'superseded', effectiveAt: change.effectiveAt });
    });

    test('changes nothing when a late drainer writes it all again', async () => {
      const row = buildRow();
      const [first, second] = [buildChange(row), buildChange(row)];
      const rows = [opened(first), closeOf(first, { eventIds: [newId()] }), opened(second)];
      await store.write(row.organisationId, rows);
      const once = await store.listByAccount(row.organisationId, row.accountId);
      await store.write(row.organisationId, rows);
      await store.write(row.organisationId, [closeOf(first, { state: 'failed' })]);
      expect(await store.listByAccount(row.organisationId, row.accountId)).toEqual(once);
    });

    test('writes each once when many write the same at the same time', async () => {
      const row = buildRow();
      const changes = Array.from({ length: 20 }, () => buildChange(row));
      const rows = changes.flatMap((it) => [opened(it), closeOf(it, { eventIds: [newId()] })]);
      await Promise.all(Array.from({ length: 8 }, () => store.write(row.organisationId, rows)));
      const listed = await store.listByAccount(row.organisationId, row.accountId);
      expect(listed).toHaveLength(20);
      expect(listed.map((it) => it.eventIds.length)).toEqual(changes.map(() => 2));
    });

    test('closes nothing of another organisation', async () => {
      const row = buildRow();
      const change = buildChange(row);
      await store.write(row.organisationId, [opened(change)]);
      await store.write(newId(), [closeOf(change)]);
      expect(await store.listByAccount(row.organisationId, row.accountId)).toEqual([change]);
    });

    test('is walked through in whole accounts, each change once', async () => {
      const organisationId = newId<OrganisationId>();
      const rows = [1, 3, 1, 2].map((count) => ({ row: buildRow({ organisationId }), count }));
      const changes = rows.flatMap(({ row, count }) =>
        Array.from({ length: count }, () => buildChange(row)),
      );
      await store.write(organisationId, changes.map(opened));
      await store.write(newId(), [opened(buildChange(buildRow()))]);
      const pages: Change[][] = [];
      for (let after: AccountId | null = null; ;) {
        const page = await walk.page(organisationId, { after, limit: 2 });
        pages.push([...page.changes]);
        after = page.through;
        if (after === null) break;
      }
      expect(
        pages
          .flat()
          .map((it) => it.id)
          .toSorted(),
      ).toEqual(changes.map((it) => it.id).toSorted());
      for (const { row, count } of rows) {
        const own = pages.map((page) => page.filter((it) => it.accountId === row.accountId).length);
        expect(own.filter((it) => it > 0)).toEqual([count]);
      }
      expect(await walk.page(newId(), { after: null, limit: 2 })).toEqual({
        changes: [],
        through: null,
      });
    });

    test('writes nothing when there is nothing', async () => {
      await expect(store.write(newId(), [])).resolves.toBeUndefined();
    });
  });
}
