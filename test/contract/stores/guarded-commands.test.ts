import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Stores } from '../../../src/storage/open-stores.js';

import { guardsOf } from '../../support/guards.js';
import { interruptedStores } from '../../support/interrupted-stores.js';
import { at, seedOrganisation } from '../../support/organisation.js';
import { makeTestTime, startProcess } from '../../support/process.js';
import { openProxiedStores, type ProxiedStores } from '../../support/stored/open-proxied-stores.js';
import type { Proxy } from '../../support/stored/open-proxy.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const noReason = { reasonId: null, creditInvoiceIfSent: false };

describe('What goes over the wire before a guarded write is answered', () => {
  let opened: ProxiedStores;
  let proxy: Proxy;
  let stores: Stores;
  let outside: Stores;
  beforeAll(async () => {
    opened = await openProxiedStores();
    ({ proxy, stores, outside } = opened);
  });
  afterAll(() => opened.close());

  /** A subscription, and a process that has read the catalogue of its organisation. */
  const begin = async (live = true) => {
    const seeded = await seedOrganisation(outside, { live });
    const product = await seeded.subscribe({ code: 'basic', ...april });
    const { organisationId, accountId, id: userProductId } = product;
    const time = makeTestTime(during);
    const useCases = startProcess(stores, time);
    await useCases.previewChange(seeded.request(product, 'lite'));
    proxy.forget();
    return {
      seeded,
      time,
      useCases,
      key: { organisationId, accountId, userProductId },
      guards: guardsOf({ organisationId, key: 'k', ifMatch: [1] }),
      request: (code: string) => seeded.request(product, code),
    };
  };
  const namesOf = async (run: () => Promise<unknown>): Promise<readonly string[]> => {
    proxy.forget();
    await run();
    return [...proxy.names()];
  };

  test('is one to read and one to commit, as without a guard; the successor is inserted behind', async () => {
    const { useCases, key, request, guards } = await begin();
    const names = await namesOf(() => useCases.requestChange(request('digital'), guards));
    expect(names).toEqual(['find', 'findAndModify']);
    while (proxy.names().length < 3) await new Promise((resolve) => setImmediate(resolve));
    expect(proxy.names()).toEqual(['find', 'findAndModify', 'insert']);
    // Until the drain has come by, whoever meets the source inserts its successor again.
    const again = () => useCases.requestChange(request('digital'), guards);
    expect(await namesOf(again)).toEqual(['find', 'insert']);
    await useCases.drainOutbox(key.organisationId);
    expect(await namesOf(again)).toEqual(['find']);
  });

  test('is one to read and one to commit where there is no successor', async () => {
    const first = await begin();
    const second = await begin();
    expect(
      await namesOf(() => first.useCases.requestChange(first.request('lite'), first.guards)),
    ).toEqual(['find', 'findAndModify']);
    expect(
      await namesOf(() => second.useCases.cancelUserProduct(second.key, noReason, second.guards)),
    ).toEqual(['find', 'findAndModify']);
  });

  test('is one to read and one to keep for a keyed repeat, and one to read from then on', async () => {
    const { useCases, request, guards } = await begin();
    await useCases.requestChange(request('lite'));
    const again = () => useCases.requestChange(request('lite'), guards);
    expect(await namesOf(again)).toEqual(['find', 'update']);
    expect(await namesOf(again)).toEqual(['find']);
  });

  test('is one to read where a key is used for another command, or a version has moved', async () => {
    const { useCases, key, request, guards } = await begin();
    await useCases.requestChange(request('lite'), guards);
    const other = guardsOf({ organisationId: key.organisationId, key: 'k', body: { other: true } });
    expect(await namesOf(() => useCases.cancelUserProduct(key, noReason, other))).toEqual(['find']);
    const stale = guardsOf({ organisationId: key.organisationId, ifMatch: [1] });
    expect(await namesOf(() => useCases.cancelUserProduct(key, noReason, stale))).toEqual(['find']);
  });

  test('is one to read for a preview, also of a row that is due', async () => {
    const { useCases, request, time } = await begin();
    const preview = () => useCases.previewChange(request('digital'));
    expect(await namesOf(preview)).toEqual(['find']);
    time.set(at('2026-07-16T00:00:00+02:00'));
    // The catalogue is read anew after two seconds.
    await preview();
    expect(await namesOf(preview)).toEqual(['find']);
  });

  test('is two for a preview by a test clock, or of a successor that is not inserted', async () => {
    const clocked = await begin(false);
    expect(await namesOf(() => clocked.useCases.previewChange(clocked.request('digital')))).toEqual(
      ['find', 'find'],
    );

    const { useCases, request, time, key } = await begin();
    const dying = interruptedStores(stores, { kind: 'crash', atCall: 3, when: 'before' });
    const upgrade = startProcess(dying.stores, time).requestChange(request('digital'));
    expect(await upgrade).toMatchObject({ ok: true });
    expect(dying.hasDied()).toBe(true);
    const row = await stores.userProducts.find(key.organisationId, key.userProductId);
    const successorId = row?.successor?.product.id;
    if (successorId === undefined) throw new Error('no successor waits');
    const asked = { ...request('premium'), userProductId: successorId };
    expect(await namesOf(() => useCases.previewChange(asked))).toEqual(['find', 'find']);
  });
});
