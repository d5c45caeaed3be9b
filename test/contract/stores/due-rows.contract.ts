import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { UserProductStore } from '../../../src/application/ports/user-product-store.js';
import type { OrganisationId } from '../../../src/domain/ids.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../../support/domain/at.js';
import { buildCommit, buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildRow, nextOf } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

const noon = at('2026-05-01T12:00:00Z');
const earlier = at('2026-05-01T11:00:00Z');
const later = at('2026-05-01T12:00:00.001Z');

/** What the worker may rely on: which rows are due (docs/architecture.md §4). */
export function dueRowsContract(open: OpenStores): void {
  describe('Rows that are due', () => {
    let store: UserProductStore;
    let close: () => Promise<void>;
    let organisationId: OrganisationId;
    beforeAll(async () => {
      const opened = await open();
      store = opened.stores.userProducts;
      ({ close } = opened);
    });
    afterAll(() => close());
    beforeEach(() => {
      organisationId = newId();
    });

    const inserted = async (edits: Partial<UserProduct> = {}) => {
      const row = buildRow({ organisationId, validTo: noon, ...edits });
      await store.insert(row.organisationId, { product: row, outbox: [] });
      return row;
    };
    const due = async (
      query: { now?: typeof noon; limit?: number; bucket?: number | 'all' } = {},
    ) => {
      const page = { now: noon, limit: 100, bucket: 'all', ...query } as const;
      return (await store.findDue(organisationId, page)).map(({ product }) => product);
    };

    test('are found from their instant on, the earliest first', async () => {
      const [second, first] = [await inserted(), await inserted({ validTo: earlier })];
      await inserted({ validTo: later });
      expect(await due()).toEqual([first, second]);
      expect(await due({ now: earlier })).toEqual([first]);
      expect(await due({ limit: 1 })).toEqual([first]);
    });

    test('are those that are activated or cancelled, provisioned by us, and not ended', async () => {
      const cancelled = await inserted({ state: 'cancelled' });
      await inserted({ state: 'deactivated' });
      await inserted({ state: 'pending' });
      await inserted({ state: 'frozen' });
      await inserted({ provisionService: 'other' });
      await inserted({ validTo: null });
      expect(await due()).toEqual([cancelled]);
    });

    test('stand each in one of 64 buckets', async () => {
      const rows = await Promise.all(Array.from({ length: 40 }, () => inserted()));
      const found: UserProduct[] = [];
      for (let bucket = 0; bucket < 64; bucket += 1) found.push(...(await due({ bucket })));
      expect(found).toHaveLength(rows.length);
      expect(new Set(found.map((it) => it.id))).toEqual(new Set(rows.map((it) => it.id)));
    });

    test('of another organisation are not found', async () => {
      await inserted({ organisationId: newId() });
      expect(await due()).toEqual([]);
    });

    test('are due again when a commit says so, and no more when it does not', async () => {
      const [renewed, ended] = [await inserted({ validTo: earlier }), await inserted()];
      const renewal = buildCommit(renewed, { next: nextOf(renewed, { validTo: noon }) });
      await store.commitMany(organisationId, [renewal, buildEndingCommit(ended)]);
      expect(await due()).toEqual([renewal.next]);
    });

    describe('that are set aside', () => {
      const find = async (row: UserProduct) => store.find(organisationId, row.id);

      test('are not found, and say so', async () => {
        const row = await inserted();
        await store.block(organisationId, row.id, row.version);
        expect(await due()).toEqual([]);
        expect(await find(row)).toMatchObject({ product: row, dueBlocked: true });
      });

      test('are only those whose version is still the one that was looked at', async () => {
        const row = await inserted();
        const write = buildCommit(row);
        await store.commit(organisationId, write);
        await store.block(organisationId, row.id, row.version);
        expect(await find(row)).toMatchObject({ dueBlocked: false });
        expect(await due()).toEqual([write.next]);
      });

      test('are taken up again by a commit that moves them on', async () => {
        const row = await inserted();
        await store.block(organisationId, row.id, row.version);
        const write = buildCommit(row);
        await store.commit(organisationId, write);
        expect(await find(row)).toMatchObject({ dueBlocked: false });
        expect(await due()).toEqual([write.next]);
      });
    });
  });
}
