import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Cart } from '../../src/application/ports/cart-store.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import { soldPeriodOf } from '../../src/domain/catalogue/sold-period.js';
import {
  type AccountId,
  type CartId,
  type DocumentId,
  type OrganisationId,
  type PaymentPeriodId,
  toId,
  type UserProductId,
} from '../../src/domain/ids.js';
import { toInstant } from '../../src/domain/time/instant.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { foundByVerify } from '../support/found-by-verify.js';
import { guardsOf } from '../support/guards.js';
import { Crash, interruptedStores } from '../support/interrupted-stores.js';
import { at, makePackage, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { openTestStores, type TestStores } from '../support/stores.js';

const during = at('2026-04-16T12:00:00+02:00');
const seats = makePackage('seats', { price: 400, currency: 'EUR' });
const [period] = seats.periods;
const once = ['1 user_product_created', '2 invoice.created'];

let database: TestStores;
let stores: ChangeStores;
let organisationId: OrganisationId;

beforeAll(async () => {
  database = await openTestStores();
  stores = database.stores;
  const { organisation } = await seedOrganisation(stores, { packages: [seats] });
  organisationId = organisation.id;
});
afterAll(() => database.close());

function processOn(own: ChangeStores, later = 0): UseCases {
  return startProcess(own, makeTestTime(toInstant(during + later)));
}

async function newAccount(): Promise<AccountId> {
  const id = newId<AccountId>();
  await stores.accounts.insertMany(organisationId, [{ id, customerNumber: null }]);
  return id;
}

/** What an account has and was invoiced for, once what waits is drained. */
async function hasOf(accountId: AccountId) {
  await processOn(stores).drainOutbox(organisationId);
  expect(await brokenPromises(stores, organisationId, accountId)).toEqual([]);
  const rows = await stores.userProducts.listByAccount(organisationId, accountId);
  const unfiltered = { subscriptionId: null, userProductId: null, type: null, sequence: null };
  const page = { order: { by: 'createdAt', direction: 'asc' }, page: 1, limit: 10 } as const;
  const filter = { ...unfiltered, accountId };
  const { items: documents } = await stores.documents.list(organisationId, filter, page);
  return { rows, documents, events: await eventNames(stores, organisationId, accountId) };
}

const cartOf = (accountId: AccountId): Cart => {
  if (period === undefined) throw new Error('nothing is sold');
  return {
    id: newId<CartId>(),
    accountId,
    packageId: seats.id,
    packageCode: seats.code,
    offered: soldPeriodOf(period),
    quantity: 3,
    startAt: null,
    userProductId: newId<UserProductId>(),
    invoiceId: newId<DocumentId>(),
    status: 'open',
    createdAt: during,
  };
};

/** One thing that is done, however often its process dies, and by whom it is finished. */
const works: readonly {
  name: string;
  begin: () => Promise<{ accountId: AccountId; run: (by: UseCases) => Promise<unknown> }>;
}[] = [
  {
    name: 'completing a cart',
    begin: async () => {
      const accountId = await newAccount();
      const cart = cartOf(accountId);
      await stores.carts.insert(organisationId, cart);
      const run = (by: UseCases) =>
        by.completeCart({ organisationId, id: cart.id, expectedVersion: null });
      return { accountId, run };
    },
  },
  {
    name: 'making a subscription under a key',
    begin: async () => {
      const accountId = await newAccount();
      const { keyed } = guardsOf({ organisationId, key: newId(), body: {} });
      if (keyed === null) throw new Error('the call has a key');
      const periodId = period?.id ?? newId<PaymentPeriodId>();
      const order = { packageId: null, periodId, quantity: 3, startAt: null };
      const run = (by: UseCases) =>
        by.runOnce({ ...keyed, organisationId }, async (chosen) => {
          const chosenId = toId<UserProductId>(chosen);
          const made = await by.createSubscription({ organisationId, accountId, order, chosenId });
          return { hadEffect: made.ok, answer: { status: 201, body: '' } };
        });
      return { accountId, run };
    },
  },
];

describe.each(works)('A process that dies in $name', ({ begin }) => {
  test('at any command leaves what another makes whole: one subscription and one invoice', async () => {
    const clean = interruptedStores(stores, null);
    await (await begin()).run(processOn(clean.stores));
    expect(clean.calls).toContain('userProducts.insert');
    const stops = clean.calls.flatMap((_, index) =>
      (['before', 'after'] as const).map(
        (when) => ({ kind: 'crash', atCall: index + 1, when }) as const,
      ),
    );
    for (const stop of stops) {
      const { accountId, run } = await begin();
      const dying = interruptedStores(stores, stop);
      await expect(run(processOn(dying.stores))).rejects.toThrow(Crash);
      // Once nobody holds the key any more.
      await run(processOn(stores, 60_000));
      const { rows, documents, events } = await hasOf(accountId);
      expect({ stop, rows: rows.length, documents: documents.length, events }).toEqual({
        stop,
        rows: 1,
        documents: 1,
        events: once,
      });
    }
  }, 60_000);
});

test('Whatever died on the way, verify finds nothing', async () => {
  expect(await foundByVerify(database.stores, processOn(stores), organisationId)).toEqual([]);
});
