import { describe, expect, test } from '@jest/globals';
import {
  type EraseAccountDeps,
  makeEraseAccount,
} from '../../../../src/application/erasure/erase-account.js';
import type { AccountId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { buildDocument, buildDocumentEvent } from '../../../support/stored/build-document.js';
import { buildEntry } from '../../../support/stored/build-entry.js';
import { buildCart } from '../../../support/stored/build-cart.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

/** An account whose one subscription was cancelled and has ended, all of it told. */
async function begin(changed: Partial<EraseAccountDeps> = {}) {
  const world = await startInMemory();
  const { stores, useCases, organisationId, time, keyOf } = world;
  const product = await world.subscribe();
  const { accountId } = product;
  const end = async () => {
    const noReason = { reasonId: null, creditInvoiceIfSent: false };
    await useCases.cancelUserProduct(keyOf(product), noReason);
    time.set(at('2026-05-02T00:00:00+02:00'));
    await useCases.runPeriodEnd(() => false);
  };
  const eraseAccount = makeEraseAccount({ ...stores, ...useCases, ...changed });
  return {
    ...world,
    product,
    end,
    drain: () => useCases.drainOutbox('all'),
    erase: (of: Partial<Parameters<typeof eraseAccount>[0]> = {}) =>
      eraseAccount({ organisationId, accountId, isDryRun: false, ...of }),
    isThere: () => stores.accounts.exists(organisationId, accountId),
  };
}
const failed = (failure: string) => ({ ok: false, failure });

describe('Erasing an account', () => {
  test('empties its events, and takes all else of it out', async () => {
    const { end, drain, erase, isThere, stores, organisationId, product } = await begin();
    await end();
    await drain();
    const erased = { ok: true, userProducts: 1, changes: 0, events: 3 };
    expect(await erase()).toEqual(erased);
    expect(await isThere()).toBe(false);
    const log = await stores.events.read(organisationId, { after: 0, limit: 10 });
    expect(log.map(({ event, erased: is }) => [event.before, event.after, is])).toEqual(
      Array(3).fill([null, null, true]),
    );
    expect(await stores.userProducts.find(organisationId, product.id)).toBeNull();
    expect(await erase()).toEqual(failed('unknown_account'));
  });

  test('is only rehearsed where it is asked to be', async () => {
    const { end, drain, erase, isThere } = await begin();
    await end();
    await drain();
    const rehearsed = { ok: true, userProducts: 1, changes: 0, events: 0 };
    expect(await erase({ isDryRun: true })).toEqual(rehearsed);
    expect(await isThere()).toBe(true);
  });

  test('is refused while something of it lives, or waits and cannot be drained', async () => {
    const world = await begin({ drainOutbox: () => Promise.resolve(0) });
    const { end, erase, stores, organisationId, product } = world;
    expect(await erase()).toEqual(failed('user_product_living'));
    await end();
    const { accountId } = product;
    const waiting = buildRow({ organisationId, accountId, state: 'deactivated' });
    const outbox = [buildEntry(waiting)];
    await stores.userProducts.insert(organisationId, { product: waiting, outbox });
    expect(await erase()).toEqual(failed('outbox_not_drained'));
  });

  test('drains what waits first, and keeps its documents', async () => {
    const { end, erase, stores, organisationId, product } = await begin();
    await end();
    const { accountId } = product;
    const waiting = buildRow({ organisationId, accountId, state: 'deactivated' });
    const document = buildDocument(waiting);
    const outbox = [buildEntry(waiting, { events: [buildDocumentEvent(waiting, document)] })];
    await stores.userProducts.insert(organisationId, { product: waiting, outbox });
    expect(await erase()).toEqual({ ok: true, userProducts: 2, changes: 0, events: 4 });
    expect(await stores.documents.findMany(organisationId, [document.id])).toEqual([
      { ...document, sequence: 1 },
    ]);
  });

  test('of another organisation, or of nobody, is refused', async () => {
    const { erase } = await begin();
    expect(await erase({ organisationId: newId() })).toEqual(failed('unknown_organisation'));
    expect(await erase({ accountId: newId<AccountId>() })).toEqual(failed('unknown_account'));
  });

  test('takes its carts along, before anything else, and no other account’s', async () => {
    const world = await begin();
    await world.end();
    await world.drain();
    const { stores, organisationId, product } = world;
    const { accountId } = product;
    const [own, other] = [buildCart({ accountId }), buildCart()];
    for (const cart of [own, other]) await stores.carts.insert(organisationId, cart);
    const eraseEvents = async (): Promise<number> => {
      expect(await stores.carts.find(organisationId, own.id)).toBeNull();
      return 0;
    };
    const eraseAccount = makeEraseAccount({
      ...stores,
      ...world.useCases,
      erasure: { ...stores.erasure, eraseEvents },
    });
    expect(await eraseAccount({ organisationId, accountId, isDryRun: true })).toMatchObject({
      ok: true,
    });
    expect(await stores.carts.find(organisationId, own.id)).toEqual(own);
    expect(await eraseAccount({ organisationId, accountId, isDryRun: false })).toMatchObject({
      ok: true,
    });
    expect(await stores.carts.find(organisationId, other.id)).toEqual(other);
  });

  test('leaves an account that was written to meanwhile', async () => {
    const world = await begin();
    await world.end();
    await world.drain();
    const { erasure, userProducts } = world.stores;
    const { organisationId, product } = world;
    const removeChanges: typeof erasure.removeChanges = async (...given) => {
      const { accountId } = product;
      const late = { product: buildRow({ organisationId, accountId }), outbox: [] };
      await userProducts.insert(organisationId, late);
      return erasure.removeChanges(...given);
    };
    const eraseAccount = makeEraseAccount({
      ...world.stores,
      ...world.useCases,
      erasure: { ...erasure, removeChanges },
    });
    const { accountId } = product;
    expect(await eraseAccount({ organisationId, accountId, isDryRun: false })).toEqual(
      failed('account_in_use'),
    );
    expect(await world.isThere()).toBe(true);
  });
});
