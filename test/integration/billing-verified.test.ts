import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toClientId } from '../../src/domain/ids.js';
import { mongo } from 'mongoose';
import { driverCollection } from '../../src/storage/driver-collection.js';
import { objectIdOf } from '../../src/storage/mappers/values.mapper.js';
import type { BillingDocumentDocument } from '../../src/storage/schemas/billing-document.schema.js';
import type { UserProductDocument } from '../../src/storage/schemas/user-product.schema.js';
import { openStores, type Stores } from '../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../support/database.js';
import { foundByVerify } from '../support/found-by-verify.js';
import { beginGroupLife, type GroupLife } from '../support/group-life.js';
import { openInstallation } from './operated-installation.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };

let database: TestDatabase;
let stores: Stores;
beforeAll(async () => {
  database = await openDatabase();
  stores = openStores(database);
  await stores.database.ensureIndexes();
});
afterAll(() => database.close());

const begin = (on = stores) =>
  beginGroupLife(on, {
    ...april,
    on: 'basic',
    tiers: [
      { code: 'basic', price: 1_000 },
      { code: 'pro', price: 3_000 },
      { code: 'max', price: 9_000, changeTiming: 'end_of_period' },
      { code: 'later', price: 700, billing: { payInAdvance: false } },
    ],
  });

/** Changed at once on 16 April, renewed on 16 May at 30.00; on 20 May a change to 90.00 waits. */
async function live(): Promise<GroupLife> {
  const life = await begin();
  await life.moveTo('2027-04-16T00:00:00+02:00');
  expect(await life.apply('pro')).toMatchObject({ ok: true });
  await life.moveTo('2027-05-20T00:00:00+02:00');
  expect(await life.apply('max')).toMatchObject({ ok: true });
  expect(await life.broken()).toEqual([]);
  return life;
}

/** What somebody wrote by hand, and what must be said of it. */
type Planted = {
  readonly fault: string;
  readonly plant: (life: GroupLife) => Promise<unknown>;
  readonly told: RegExp;
};

const rows = () => driverCollection<UserProductDocument>(database.models.userProducts);
const documents = () => driverCollection<BillingDocumentDocument>(database.models.billingDocuments);

async function setOfItem(life: GroupLife, update: mongo.UpdateFilter<UserProductDocument>) {
  const { id } = await life.current();
  return rows().updateOne({ _id: objectIdOf(id) }, update);
}

async function chargeOf(life: GroupLife): Promise<mongo.ObjectId> {
  const { paid } = await life.current();
  if (paid.document === null || !('invoice' in paid.document)) throw new Error('no invoice');
  return objectIdOf(paid.document.invoice);
}

async function withoutTier(life: GroupLife, code: string) {
  const [id, tier] = [objectIdOf(life.group.id), objectIdOf(life.tierOf(code).id)];
  const groups = driverCollection(database.models.productGroups);
  return groups.updateOne({ _id: id }, { $pull: { tiers: { id: tier } } } as never);
}

const planted: readonly Planted[] = [
  {
    fault: 'another amount',
    plant: (life) => setOfItem(life, { $set: { 'paid.amount_minor': 2_000 } }),
    told: /^paid_differs .* member=amount paid=2000 documents=3000$/,
  },
  {
    fault: 'no invoice',
    plant: (life) => setOfItem(life, { $unset: { 'paid.document': 1 } }),
    told: /^paid_differs .* document_id=none member=document paid=none documents=[0-9a-f]{24}$/,
  },
  {
    fault: 'something given back',
    plant: (life) => setOfItem(life, { $set: { 'paid.credited_minor': 100 } }),
    told: /^paid_differs .* member=credited paid=100 documents=0$/,
  },
  {
    fault: 'an invoice that says another amount',
    plant: async (life) =>
      documents().updateOne(
        { _id: await chargeOf(life) },
        { $set: { 'positions.0.net_minor': 2_999 } },
      ),
    told: /^(paid_differs .* member=amount paid=3000 documents=2999|period_not_invoiced .*)$/,
  },
  {
    fault: 'an invoice that is gone',
    plant: async (life) => documents().deleteOne({ _id: await chargeOf(life) }),
    told: /^(paid_differs .* member=document .*|period_not_invoiced .* from=2027-05-15T22:00:00.000Z)$/,
  },
  {
    fault: 'an invoice once more',
    plant: async (life) => {
      const invoice = await documents().findOne({ _id: await chargeOf(life) });
      if (invoice === null) throw new Error('no invoice');
      const again = { ...invoice, _id: new mongo.ObjectId(), sequence: invoice.sequence + 1 };
      return documents().insertOne(again);
    },
    told: /^period_invoiced_twice user_product_id=\w+ document_ids=\w+ \w+ from=2027-05-15T22:00:00.000Z$/,
  },
  {
    fault: 'a tier that is gone',
    plant: (life) => withoutTier(life, 'pro'),
    told: /^tier_lost user_product_id=\w{24} tier_id=\w{24}$/,
  },
  {
    fault: 'a tier that is gone which a change waits for',
    plant: (life) => withoutTier(life, 'max'),
    told: /^invariant_broken user_product_id=\w+ invariant=waits_for_no_tier_of_its_group$/,
  },
];

/** Of what was paid alone there are two promises more, which know nothing of documents. */
const isOfTheLog = (line: string) => /^(paid_inconsistent|value_above_paid) /.test(line);

describe('What somebody writes by hand', () => {
  test.each(planted)('is found and named: $fault', async ({ plant, told }) => {
    const life = await live();
    const { id } = await life.current();
    await plant(life);
    const lines = (await life.verified()).filter((it) => !isOfTheLog(it));
    expect(lines.filter((it) => !told.test(it))).toEqual([]);
    const promises = lines.map((it) => it.split(' ')[0]);
    expect(new Set(promises).size).toBe(promises.length);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toContain(`user_product_id=${id}`);
  });
});

/** What becomes of one on `basic` from 16 April on. */
const lives: readonly (readonly [string, (life: GroupLife) => Promise<unknown>])[] = [
  ['changed at once', (life) => life.apply('pro')],
  ['upgraded by Payway’s rules, and later renewed', upgraded],
  [
    'upgraded by Payway’s rules just now',
    async (life) => life.useCases.requestChange(life.seeded.request(await life.current(), 'pro')),
  ],
  ['changed, and that undone', undone],
  ['about to be changed', (life) => life.apply('max')],
  ['in arrears', (life) => life.apply('later')],
];

async function upgraded(life: GroupLife): Promise<void> {
  await life.useCases.requestChange(life.seeded.request(await life.current(), 'pro'));
  await life.moveTo('2027-06-01T00:00:00+02:00');
}

async function undone(life: GroupLife): Promise<void> {
  await life.apply('pro');
  await life.documents();
  const [first] = await life.all();
  const changeId = first?.endedBy?.changeId;
  if (changeId === undefined) throw new Error('no change');
  const { organisationId } = await life.current();
  await life.useCases.undoChange({ organisationId, changeId, requestedBy: toClientId('operator') });
}

test.each(lives)(
  'Brought into another installation, verify finds nothing in one that is %s',
  async (_, step) => {
    const [from, to] = [await openInstallation(), await openInstallation()];
    const life = await begin(from.stores);
    await life.moveTo('2027-04-16T00:00:00+02:00');
    await step(life);
    expect(await life.broken()).toEqual([]);
    await to.import(await from.export(life.seeded.organisation.id));
    expect(await to.findings()).toEqual([]);
  },
);

test('Beside a gateway that writes, verify finds nothing in what is right', async () => {
  const lives = await Promise.all([1, 2, 3].map(() => begin()));
  const isDone = { yes: false };
  let looks = 0;
  const look = async (life: GroupLife): Promise<void> => {
    while (!isDone.yes) {
      expect(await life.verified()).toEqual([]);
      looks += 1;
    }
  };
  const write = async (life: GroupLife): Promise<void> => {
    for (const month of ['05', '06', '07', '08', '09']) {
      await life.moveTo(`2027-${month}-03T00:00:00+02:00`);
      await life.apply(Number(month) % 2 === 1 ? 'pro' : 'basic');
      await life.moveTo(`2027-${month}-12T00:00:00+02:00`);
      await life.apply('max');
      const { organisationId, accountId, id: userProductId } = await life.current();
      const key = { organisationId, accountId, userProductId };
      await life.useCases.cancelPendingChange(key, null);
      await life.documents();
    }
  };
  const writing = Promise.all(lives.map(write)).finally(() => {
    isDone.yes = true;
  });
  await Promise.all([writing, ...lives.map(look)]);
  expect(looks).toBeGreaterThan(lives.length);
  for (const life of lives) expect(await life.broken()).toEqual([]);
});

test('A user product that is renewed just before its documents are read is read again', async () => {
  const life = await begin();
  await life.documents();
  let isRenewed = false;
  const renewing: typeof stores.documents.ofUserProducts = async function* (...asked) {
    if (!isRenewed) {
      isRenewed = true;
      await life.moveTo('2027-05-03T00:00:00+02:00');
      await life.documents();
    }
    yield* stores.documents.ofUserProducts(...asked);
  };
  const documents = { ...stores.documents, ofUserProducts: renewing };
  const { useCases, seeded } = life;
  const beside = { ...stores, documents };
  expect(await foundByVerify(beside, useCases, seeded.organisation.id)).toEqual([]);
  expect([isRenewed, (await life.documents()).length]).toEqual([true, 2]);
});
