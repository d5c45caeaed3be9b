import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type {
  DrainedMark,
  OutboxEntry,
  StoredUserProduct,
} from '../../../src/application/ports/user-product-store.js';
import type { OrganisationId, OutboxEntryId, UserProductId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { buildCommit, buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildEntry } from '../../support/stored/build-entry.js';
import { buildRow, nextOf } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What the drain may rely on of any `OutboxStore`. */
export function outboxStoreContract(open: OpenStores): void {
  describe('A store of outboxes', () => {
    let stores: Stores;
    let close: () => Promise<void>;
    let organisationId: OrganisationId;
    beforeAll(async () => {
      const opened = await open();
      ({ stores, close } = opened);
    });
    afterAll(() => close());
    beforeEach(() => {
      organisationId = newId();
    });

    const inserted = async (entries: (row: UserProduct) => OutboxEntry[] = () => []) => {
      const row = buildRow({ organisationId });
      await stores.userProducts.insert(organisationId, { product: row, outbox: entries(row) });
      return row;
    };
    const find = ({ id }: UserProduct) => stores.userProducts.find(organisationId, id);
    const drainable = (of: OrganisationId | 'all' = organisationId, limit = 100) =>
      stores.outboxes.findDrainable({ organisationId: of, limit });
    const markOf = ({ product, outbox, successor }: StoredUserProduct): DrainedMark => ({
      userProductId: product.id,
      entryIds: outbox.map((it) => it.id),
      successorId: successor?.product.id ?? null,
    });
    const drain = async (row: UserProduct) => {
      const stored = await find(row);
      if (stored !== null) await stores.outboxes.markDrained([markOf(stored)]);
    };

    test('releases a successor that is inserted, once, and keeps one that is not', async () => {
      const [done, undone, waiting] = [
        await inserted(),
        await inserted(),
        await inserted((row) => [buildEntry(row)]),
      ];
      const ending = buildEndingCommit(done);
      await stores.userProducts.commit(organisationId, ending);
      await stores.userProducts.commit(organisationId, buildEndingCommit(undone));
      await stores.userProducts.insert(organisationId, ending.successor);
      const page = { organisationId, limit: 100 };
      expect(await stores.outboxes.releaseInserted({ ...page, organisationId: newId() })).toBe(0);
      expect(await stores.outboxes.releaseInserted(page)).toBe(1);
      expect(await stores.outboxes.releaseInserted(page)).toBe(0);
      expect((await find(done))?.successor).toBeNull();
      expect((await find(undone))?.successor).not.toBeNull();
      expect((await find(waiting))?.outbox).toHaveLength(1);
    });

    test('finds rows with an entry and rows with a successor, as they are, and no others', async () => {
      await inserted();
      const waiting = await inserted((row) => [buildEntry(row), buildEntry(row)]);
      const ended = await inserted();
      await stores.userProducts.commit(organisationId, buildEndingCommit(ended));
      const drained = await inserted((row) => [buildEntry(row)]);
      await drain(drained);
      const found = await drainable();
      expect(found).toHaveLength(2);
      expect(found).toEqual(expect.arrayContaining([await find(waiting), await find(ended)]));
    });

    test('finds no more than it is asked for', async () => {
      for (let count = 0; count < 3; count += 1) await inserted((row) => [buildEntry(row)]);
      const ended = await inserted();
      await stores.userProducts.commit(organisationId, buildEndingCommit(ended));
      expect(await drainable(organisationId, 2)).toHaveLength(2);
    });

    test('finds those of one organisation, or of all', async () => {
      const row = await inserted((own) => [buildEntry(own)]);
      expect(await drainable(newId())).toEqual([]);
      expect(await drainable('all', 10_000)).toContainEqual(await find(row));
    });

    test('takes out what is marked, without touching the version', async () => {
      const row = await inserted((own) => [buildEntry(own)]);
      const write = buildEndingCommit(row);
      await stores.userProducts.commit(organisationId, write);
      await drain(row);
      expect(await find(row)).toMatchObject({ product: write.next, outbox: [], successor: null });
      expect(await drainable()).toEqual([]);
    });

    test('does not take out an entry that came after what a late drainer saw', async () => {
      const row = await inserted((own) => [buildEntry(own)]);
      const seen = await find(row);
      const write = buildCommit(row);
      await stores.userProducts.commit(organisationId, write);
      if (seen !== null) await stores.outboxes.markDrained([markOf(seen), markOf(seen)]);
      expect((await find(row))?.outbox).toEqual([write.entry]);
    });

    test('does not take out a successor that a late drainer has not seen', async () => {
      const row = await inserted();
      const write = buildEndingCommit(row);
      await stores.userProducts.commit(organisationId, write);
      const late = {
        userProductId: row.id,
        entryIds: [newId<OutboxEntryId>()],
        successorId: newId<UserProductId>(),
      };
      await stores.outboxes.markDrained([late]);
      expect((await find(row))?.successor).toEqual(write.successor);
    });

    test('leaves a commit at the same time its way', async () => {
      const row = await inserted((own) => [buildEntry(own)]);
      const seen = await find(row);
      const write = buildCommit(row);
      const [result] = await Promise.all([
        stores.userProducts.commit(organisationId, write),
        seen === null ? null : stores.outboxes.markDrained([markOf(seen)]),
      ]);
      expect(result).toBe('done');
      expect((await find(row))?.outbox).toEqual([write.entry]);
    });

    test('inserts successors with their outbox, and leaves those alone that are there', async () => {
      const [row, other] = [await inserted(), await inserted()];
      const [write, second] = [buildEndingCommit(row), buildEndingCommit(other)];
      await stores.outboxes.insertSuccessors([write.successor]);
      const { product } = write.successor;
      await stores.userProducts.commit(organisationId, buildCommit(product));
      await stores.outboxes.insertSuccessors([write.successor, second.successor]);
      expect((await find(product))?.product).toEqual(nextOf(product));
      expect(await find(second.successor.product)).toMatchObject(second.successor);
    });

    test('does nothing when there is nothing', async () => {
      await stores.outboxes.insertSuccessors([]);
      await stores.outboxes.markDrained([]);
      await stores.outboxes.markDrained([
        { userProductId: newId(), entryIds: [], successorId: null },
      ]);
      expect(await drainable()).toEqual([]);
    });
  });
}
