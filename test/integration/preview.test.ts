import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AccountId } from '../../src/domain/ids.js';
import type { DialectChangeCommand } from '../../src/application/change/dialect-changes.js';
import type { PaywayChangePreview } from '../../src/http/payway/payway-changes.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { Instant } from '../../src/domain/time/instant.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { openStores } from '../../src/storage/open-stores.js';
import { checksumOf } from '../support/checksum.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { interruptedStores } from '../support/interrupted-stores.js';
import { at, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { signedQuotes } from '../support/signed-quotes.js';
import { onlyFor } from '../support/stores.js';

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const boundary = at(april.validTo);
const threePeriodsLate = at('2026-07-16T00:00:00+02:00');
const noReason = { reasonId: null, creditInvoiceIfSent: false };
const never = (): boolean => false;

let database: TestDatabase;
let stores: ChangeStores;
beforeAll(async () => {
  database = await openDatabase();
  const all = openStores(database);
  await all.database.ensureIndexes();
  stores = all;
});
afterAll(() => database.close());

const begin = async (now: Instant = during) => {
  const seeded = await seedOrganisation(stores);
  const product = await seeded.subscribe({ code: 'basic', ...april });
  const { organisationId, accountId, id: userProductId } = product;
  const time = makeTestTime(now);
  const quotes = signedQuotes(time);
  const own = onlyFor(stores, seeded.organisation);
  const useCases = startProcess(own, time, { quotes });
  const key = { organisationId, accountId, userProductId };
  return { seeded, product, key, time, quotes, own, useCases };
};
type Place = Awaited<ReturnType<typeof begin>>;

const requestOf = (product: UserProduct, { seeded }: Place, code = 'digital') =>
  seeded.request(product, code);
const reasonsIn = (preview: PaywayChangePreview | null): readonly string[] | undefined =>
  preview?.allowed === false ? preview.refusals.map((it) => it.reason) : undefined;

/** A row as something left it, and what is asked of it. */
type Left = {
  readonly name: string;
  readonly leave: (place: Place) => Promise<DialectChangeCommand>;
};

const lefts: readonly Left[] = [
  { name: 'a row as it was sold', leave: (it) => Promise.resolve(requestOf(it.product, it)) },
  {
    name: 'a row with a change that waits',
    leave: async (it) => {
      await it.useCases.requestChange(requestOf(it.product, it, 'lite'));
      return requestOf(it.product, it);
    },
  },
  {
    name: 'a row that is due',
    leave: (it) => {
      it.time.set(boundary);
      return Promise.resolve(requestOf(it.product, it));
    },
  },
  {
    name: 'a row that is three periods late',
    leave: (it) => {
      it.time.set(threePeriodsLate);
      return Promise.resolve(requestOf(it.product, it, 'lite'));
    },
  },
  {
    name: 'a source whose successor is not inserted',
    leave: async (it) => {
      await crashAfterCommit(it);
      return requestOf(it.product, it, 'premium');
    },
  },
  {
    name: 'a successor that is not inserted',
    leave: async (it) => {
      const successor = await crashAfterCommit(it);
      return requestOf(successor, it, 'premium');
    },
  },
  {
    name: 'a successor that is not inserted and is due',
    leave: async (it) => {
      const successor = await crashAfterCommit(it);
      it.time.set(threePeriodsLate);
      return requestOf(successor, it, 'premium');
    },
  },
  {
    name: 'a row whose outbox is full',
    leave: async (it) => {
      for (let count = 1; count < 32; count += 1) {
        await it.useCases.editUserProduct(it.key, { subscriptionNumber: String(count) });
      }
      return requestOf(it.product, it);
    },
  },
];

/** An upgrade whose process dies before it inserts the successor, which waits in its source. */
async function crashAfterCommit(place: Place): Promise<UserProduct> {
  const interruption = { kind: 'crash', atCall: 3, when: 'before' } as const;
  const dying = startProcess(interruptedStores(place.own, interruption).stores, place.time);
  await dying.requestChange(requestOf(place.product, place));
  const { organisationId, id } = place.product;
  const row = await stores.userProducts.find(organisationId, id);
  if (row?.successor == null) throw new Error('no successor waits');
  return row.successor.product;
}

describe.each(lefts)('A preview of a change of $name', ({ leave }) => {
  test('writes nothing, nor does a list of what is available', async () => {
    const place = await begin();
    const asked = await leave(place);
    const before = await checksumOf(database);
    await place.useCases.previewChange(asked);
    await place.useCases.previewChange({ ...asked, packageCode: 'nothing' });
    await place.useCases.previewChange({ ...asked, periodId: newId() });
    await place.useCases.previewChange({ ...asked, accountId: newId() });
    await place.useCases.previewChange({ ...asked, behaviour: 'explicit' });
    const query = { ...asked, packageCodes: ['lite', 'digital'], mayNamePeriod: true };
    await place.useCases.listAvailableChanges(query);
    expect(await checksumOf(database)).toBe(before);
  });

  test('is of the row as a write finds it, once what is due and unfinished is done', async () => {
    const place = await begin();
    const asked = await leave(place);
    const before = await place.useCases.previewChange(asked);
    await place.useCases.drainOutbox(asked.organisationId);
    for (let turn = 0; turn < 4; turn += 1) await place.useCases.runPeriodEnd(never);
    await place.useCases.drainOutbox(asked.organisationId);
    const after = await place.useCases.previewChange(asked);
    const shown = (preview: PaywayChangePreview | null) =>
      preview?.allowed === true
        ? { decision: preview.decision, quote: place.quotes.read(preview.quote) }
        : reasonsIn(preview);
    expect(shown(before)).toEqual(shown(after));
  });
});

test('A checksum sees the smallest write', async () => {
  const { useCases, key } = await begin();
  const before = await checksumOf(database);
  await useCases.editUserProduct(key, { subscriptionNumber: 'S-1' });
  expect(await checksumOf(database)).not.toBe(before);
});

describe('A preview', () => {
  test('of what is not there, or another account’s, is nothing', async () => {
    const place = await begin();
    const asked = requestOf(place.product, place);
    const unknown = [
      { ...asked, accountId: newId<AccountId>() },
      { ...asked, userProductId: newId<typeof asked.userProductId>() },
      { ...asked, organisationId: newId<typeof asked.organisationId>() },
      { ...asked, packageCode: 'nothing' },
      { ...asked, periodId: place.seeded.package('lite').periods[0]?.id ?? null },
    ];
    for (const it of unknown) expect(await place.useCases.previewChange(it)).toBeNull();
  });

  test('that is refused lists every reason in the table’s order, and gives no quote', async () => {
    const place = await begin();
    const asked = requestOf(place.product, place);
    await place.useCases.cancelUserProduct(place.key, noReason);
    await place.seeded.editPackage('digital', (it) => ({
      ...it,
      kind: 'bundle',
      archived: true,
      integrationCode: 'knows-nothing',
      periods: it.periods.map((period) => ({
        ...period,
        type: 'limited',
        paymentMethod: 'card',
        enabled: false,
        price: { ...period.price, amountMinor: 0 },
      })),
    }));
    const useCases: UseCases = startProcess(place.own, place.time);
    const preview = await useCases.previewChange(asked);
    expect(reasonsIn(preview)).toEqual([
      'user_product_not_active',
      'target_not_changeable',
      'integration_code_not_supported',
      'subscription_type_mismatch',
      'payment_period_mismatch',
      'payment_period_disabled',
      'target_not_on_sale',
      'free_period_not_allowed',
    ]);
    expect(preview).not.toHaveProperty('quote');
    expect(await useCases.requestChange(asked)).toEqual({
      ok: false,
      failure: 'refused',
      refusals: preview?.allowed === false ? preview.refusals : [],
    });
  });
});
