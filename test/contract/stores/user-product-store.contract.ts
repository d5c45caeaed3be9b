import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type {
  OutboxEntry,
  OutboxStore,
  StoredUserProduct,
  UserProductStore,
} from '../../../src/application/ports/user-product-store.js';
import type { AccountId, ChangeId, OrganisationId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../../support/domain/at.js';
import { idOf } from '../../support/domain/id-of.js';
import { buildCommit, buildEndingCommit } from '../../support/stored/build-commit.js';
import { documentEntry } from '../../support/stored/build-document.js';
import { buildEntry, fullEntry } from '../../support/stored/build-entry.js';
import { bareRow, buildRow, fullRow, nextOf, successorOf } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const asNew = (product: UserProduct, outbox: readonly OutboxEntry[] = []): StoredUserProduct => ({
  product,
  outbox,
  recentChanges: [],
  successor: null,
  dueBlocked: false,
  keptAnswers: [],
});

/** What use cases may rely on of any `UserProductStore`. */
export function userProductStoreContract(open: OpenStores): void {
  describe('A store of user products', () => {
    let store: UserProductStore;
    let outboxes: OutboxStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open();
      store = opened.stores.userProducts;
      outboxes = opened.stores.outboxes;
      ({ close } = opened);
    });
    afterAll(() => close());

    const inserted = async (row = buildRow(), outbox: readonly OutboxEntry[] = []) => {
      await store.insert(row.organisationId, { product: row, outbox });
      return row;
    };
    const find = ({ organisationId, id }: UserProduct) => store.find(organisationId, id);

    test.each([
      ['everything that may be null', fullRow()],
      ['nothing that may be null', bareRow()],
    ])('gives back exactly what was inserted, with %s', async (_, row) => {
      await inserted(row);
      expect(await find(row)).toEqual(asNew(row));
    });

    test('lists all that an account has, oldest first, also where that is more than a page', async () => {
      const { organisationId, accountId } = buildRow();
      const rows = Array.from({ length: 1_201 }, (_, index) => {
        const createdAt = at(`2026-01-01T00:${String(index % 60).padStart(2, '0')}:00Z`);
        return buildRow({ id: newId(), organisationId, accountId, createdAt });
      });
      await outboxes.insertSuccessors(rows.map((product) => ({ product, outbox: [] })));
      const listed = await store.listByAccount(organisationId, accountId);
      const oldestFirst = rows.toSorted(
        (a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1),
      );
      expect(listed.map((it) => it.product.id)).toEqual(oldestFirst.map((it) => it.id));
    });

    test('gives back an outbox exactly, in order', async () => {
      const row = fullRow();
      const outbox = [fullEntry(row), buildEntry(row, { events: [] }), documentEntry(row)];
      await inserted(row, outbox);
      expect(await find(row)).toEqual(asNew(row, outbox));
    });

    test('says that an id is present, and leaves what is there alone', async () => {
      const row = buildRow();
      const insert = (product: UserProduct) =>
        store.insert(row.organisationId, { product, outbox: [] });
      expect(await insert(row)).toBe('inserted');
      expect(await insert({ ...row, state: 'frozen' })).toBe('present');
      expect(await find(row)).toEqual(asNew(row));
    });

    test('lets any number of successors of one chain be inserted, of whatever else they share', async () => {
      const row = await inserted();
      const twin = successorOf(row);
      expect(await store.insert(row.organisationId, { product: twin, outbox: [] })).toBe(
        'inserted',
      );
    });

    describe('commits', () => {
      test('a row as it is next, the change among its recent ones, the entry in its outbox', async () => {
        const row = await inserted(bareRow());
        const entry = fullEntry(row);
        const next = fullRow({ ...identityOf(row), version: 2 });
        const write = buildCommit(row, { next, entry });
        expect(await store.commit(row.organisationId, write)).toBe('done');
        expect(await find(row)).toEqual({
          ...asNew(next, [entry]),
          recentChanges: [write.changeId],
        });
      });

      test('whatever was set before and is null now', async () => {
        const row = await inserted(fullRow());
        const next = bareRow({ ...identityOf(row), version: 2 });
        await store.commit(row.organisationId, buildCommit(row, { next, changeId: null }));
        expect((await find(row))?.product).toEqual(next);
        expect((await find(row))?.recentChanges).toEqual([]);
      });

      test('nothing where the version has moved', async () => {
        const row = await inserted();
        const first = buildCommit(row);
        await store.commit(row.organisationId, first);
        const late = buildCommit(row, { next: nextOf(row, { state: 'frozen' }) });
        expect(await store.commit(row.organisationId, late)).toBe('lost');
        expect(await find(row)).toEqual({
          ...asNew(first.next, [first.entry]),
          recentChanges: [first.changeId],
        });
      });

      test('once, of fifty at the same time on one version', async () => {
        const row = await inserted();
        const writes = Array.from({ length: 50 }, () => buildCommit(row));
        const results = await Promise.all(
          writes.map((write) => store.commit(row.organisationId, write)),
        );
        const won = writes.filter((_, index) => results[index] === 'done');
        expect(won).toHaveLength(1);
        expect((await find(row))?.recentChanges).toEqual(won.map((it) => it.changeId));
        expect((await find(row))?.outbox).toEqual(won.map((it) => it.entry));
      });

      test('nothing for a row of another account', async () => {
        const row = await inserted();
        const write = buildCommit(row, { next: nextOf(row, { accountId: newId() }) });
        expect(await store.commit(row.organisationId, write)).toBe('lost');
      });

      test('a row and its successor, to which all that waits in the outbox goes', async () => {
        const waiting = buildEntry(buildRow());
        const row = await inserted(buildRow(), [waiting]);
        const write = buildEndingCommit(row, [waiting]);
        await store.commit(row.organisationId, write);
        expect(await find(row)).toEqual({
          ...asNew(write.next),
          recentChanges: [write.changeId],
          successor: write.successor,
        });
        expect(await store.findBySuccessor(row.organisationId, write.successor.product.id)).toEqual(
          await find(row),
        );
      });

      test('a row and its successor where no change asked for it', async () => {
        const row = await inserted();
        const write = { ...buildEndingCommit(row), changeId: null };
        expect(await store.commit(row.organisationId, write)).toBe('done');
        expect((await find(row))?.successor).toEqual(write.successor);
      });

      test('and keeps the last 32 changes in their order', async () => {
        let row = await inserted();
        const changeIds: (ChangeId | null)[] = [];
        for (let count = 0; count < 34; count += 1) {
          const write = buildCommit(row);
          await store.commit(row.organisationId, write);
          changeIds.push(write.changeId);
          row = write.next;
        }
        expect((await find(row))?.recentChanges).toEqual(changeIds.slice(-32));
      });
    });

    describe('commits many', () => {
      test('and answers how many were written; rows that moved are left as they are', async () => {
        const rows = await Promise.all(Array.from({ length: 5 }, () => inserted(ownRow())));
        const organisationId = rows[0]?.organisationId ?? newId();
        const moved = rows.slice(0, 2).map((row) => buildCommit(row));
        await Promise.all(moved.map((write) => store.commit(organisationId, write)));
        const writes = rows.map((row) => buildCommit(row));
        expect(await store.commitMany(organisationId, writes)).toBe(3);
        const stored = await Promise.all(rows.map(find));
        const expected = [...moved, ...writes.slice(2)];
        expect(stored.map((it) => it?.recentChanges)).toEqual(expected.map((it) => [it.changeId]));
        expect(stored.map((it) => it?.outbox)).toEqual(expected.map((it) => [it.entry]));
      });

      test('with and without successors in one call, a thousand rows of it', async () => {
        const rows = Array.from({ length: 1_000 }, () => ownRow());
        const organisationId = rows[0]?.organisationId ?? newId();
        await outboxes.insertSuccessors(rows.map((product) => ({ product, outbox: [] })));
        const writes = rows.map((row, index) =>
          index % 2 === 0 ? buildCommit(row) : buildEndingCommit(row),
        );
        expect(await store.commitMany(organisationId, writes)).toBe(1_000);
        expect(await store.commitMany(organisationId, writes)).toBe(0);
      });

      test('nothing when there is nothing', async () => {
        expect(await store.commitMany(newId(), [])).toBe(0);
      });
    });

    test('lists an account oldest first, and no other', async () => {
      const [organisationId, accountId] = [newId<OrganisationId>(), newId<AccountId>()];
      const own = { organisationId, accountId };
      // Their ids say the opposite: an imported one may be newer than its id.
      const [june, may, april] = ['2026-06-01', '2026-05-01', '2026-04-01'].map((day, index) =>
        buildRow({ ...own, id: idOf(0x1000 + index), createdAt: at(`${day}T00:00:00Z`) }),
      );
      const other = buildRow({ organisationId });
      for (const row of [june, april, other, may]) await inserted(row);
      const listed = await store.listByAccount(organisationId, accountId);
      expect(listed.map((it) => it.product)).toEqual([april, may, june]);
    });

    test('finds nothing of another organisation, and writes nothing there', async () => {
      const row = await inserted();
      const ended = await inserted();
      const ending = buildEndingCommit(ended);
      await store.commit(ended.organisationId, ending);
      const stranger = newId<OrganisationId>();
      expect(await store.find(stranger, row.id)).toBeNull();
      expect(await store.findBySuccessor(stranger, ending.successor.product.id)).toBeNull();
      expect(await store.listByAccount(stranger, row.accountId)).toEqual([]);
      expect(await store.commit(stranger, buildCommit(row))).toBe('lost');
      expect(await store.commitMany(stranger, [buildCommit(row)])).toBe(0);
      await store.block(stranger, row.id, row.version);
      expect(await find(row)).toEqual(asNew(row));
    });
  });
}

const organisationOfMany = newId<OrganisationId>();
const ownRow = () => buildRow({ organisationId: organisationOfMany });

function identityOf({ id, organisationId, accountId, subscriptionId }: UserProduct) {
  return { id, organisationId, accountId, subscriptionId };
}
