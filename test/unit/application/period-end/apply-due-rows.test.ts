import { describe, expect, test } from '@jest/globals';
import { decideDueRows } from '../../../../src/application/period-end/apply-due-rows.js';
import { at } from '../../../support/domain/at.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { makeDueWorld } from './due-world.js';

const may = at('2026-05-01T00:00:00+02:00');
const june = at('2026-06-01T00:00:00+02:00');

describe('Deciding rows that are due', () => {
  test('is one period each, with when the row is due next', async () => {
    const { deps, subscribe, stored, context } = await makeDueWorld();
    const row = await stored(await subscribe());
    const { catalogue } = await context();
    const [decided] = await decideDueRows(deps, catalogue, [row]);
    expect(decided).toMatchObject({ row, dueAt: may, nextDueAt: june });
    expect(decided?.write).toMatchObject({
      next: { version: 2, validTo: june },
      changeId: null,
      successor: null,
    });
  });

  test('knows when a successor is due next, and that an ended one never is', async () => {
    const { deps, subscribe, stored, context, useCases, seeded, time, keyOf } =
      await makeDueWorld();
    time.set(at('2026-04-16T00:00:00+02:00'));
    const [waiting, cancelled] = [await subscribe(), await subscribe()];
    await useCases.requestChange(seeded.request(waiting, 'lite'));
    const asked = { reasonId: null, creditInvoiceIfSent: false };
    await useCases.cancelUserProduct(keyOf(cancelled), asked);
    const rows = [await stored(waiting), await stored(cancelled)];
    const decided = await decideDueRows(deps, (await context()).catalogue, rows);
    expect(decided.map((it) => it.nextDueAt)).toEqual([june, null]);
    expect(decided[0]?.write.successor?.product.packageCode).toBe('lite');
  });

  test('drains a full outbox, and leaves the row for the next look', async () => {
    const { deps, subscribeFull, stored, context } = await makeDueWorld();
    const product = await subscribeFull();
    const { catalogue } = await context();
    expect(await decideDueRows(deps, catalogue, [await stored(product)])).toEqual([]);
    expect((await stored(product)).outbox).toEqual([]);
    expect(await decideDueRows(deps, catalogue, [await stored(product)])).toHaveLength(1);
  });

  test('sets one aside that cannot be decided, tells of it, and decides the others', async () => {
    const { deps, subscribe, subscribeBroken, stored, context, errors } = await makeDueWorld();
    const [broken, good] = [await subscribeBroken(), await subscribe()];
    const rows = [await stored(broken), await stored(good)];
    const decided = await decideDueRows(deps, (await context()).catalogue, rows);
    expect(decided.map((it) => it.row.product.id)).toEqual([good.id]);
    expect((await stored(broken)).dueBlocked).toBe(true);
    expect(errors).toEqual([broken.id]);
  });

  test('takes one that is never due for a fault too', async () => {
    const { deps, context, errors, stores, stored, organisationId } = await makeDueWorld();
    const product = buildRow({ organisationId, validTo: null });
    await stores.userProducts.insert(organisationId, { product, outbox: [] });
    const row = await stored(product);
    expect(await decideDueRows(deps, (await context()).catalogue, [row])).toEqual([]);
    expect(errors).toEqual([product.id]);
  });
});
