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
  type TierId,
  toId,
  type UserProductId,
} from '../../src/domain/ids.js';
import { type Instant, toInstant } from '../../src/domain/time/instant.js';
import type { Stores } from '../../src/storage/open-stores.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { isFull } from '../support/depth.js';
import { foundByVerify } from '../support/found-by-verify.js';
import { guardsOf } from '../support/guards.js';
import { Crash, type Interruption, interruptedStores } from '../support/interrupted-stores.js';
import { at, makePackage, newId, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { seedGroup } from '../support/seeded-group.js';
import { openInMemory, openTestStores, type TestStores } from '../support/stores.js';
import { verifyFindings } from '../support/verify-findings.js';

const during = at('2026-04-16T12:00:00+02:00');
const seats = makePackage('seats', { price: 400, currency: 'EUR' });
const [period] = seats.periods;
const once = ['1 user_product_created', '2 invoice.created 4.00'];

let stores: Stores;
let organisationId: OrganisationId;
let tierId: TierId;

const seed = async (): Promise<void> => {
  const seeded = await seedOrganisation(stores, { packages: [seats] });
  organisationId = seeded.organisation.id;
  const { tierOf } = await seedGroup(stores, seeded, [{ code: 'seats' }]);
  tierId = tierOf('seats').id;
};

function processOn(own: ChangeStores, later = 0): UseCases {
  return startProcess(own, makeTestTime(toInstant(during + later)));
}

async function newAccount(): Promise<AccountId> {
  const id = newId<AccountId>();
  await stores.accounts.insertMany(organisationId, [{ id, customerNumber: null }]);
  return id;
}

/** What an account has and was invoiced for, once two at once have drained what waits. */
async function hasOf(accountId: AccountId) {
  await Promise.all([0, 1].map(() => processOn(stores).drainOutbox(organisationId)));
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

/** What was answered: the subscription, and the invoice where the answer shows it. */
type Answer = { readonly subscription: string; readonly invoice?: string | undefined };

/** An order of the back office under a key, from then on; null: from now on. */
const makeUnderKey = (startAt: Instant | null) => async () => {
  const accountId = await newAccount();
  const { keyed } = guardsOf({ organisationId, key: newId(), body: {} });
  if (keyed === null) throw new Error('the call has a key');
  const periodId = period?.id ?? newId<PaymentPeriodId>();
  const order = { packageId: null, periodId, quantity: 3, startAt };
  const run = async (by: UseCases): Promise<Answer> => {
    const done = await by.runOnce({ ...keyed, organisationId }, async (chosen) => {
      const chosenId = toId<UserProductId>(chosen);
      const made = await by.createSubscription({ organisationId, accountId, order, chosenId });
      return { hadEffect: made.ok, answer: { status: 201, body: made.ok ? made.chain.id : '' } };
    });
    if (!('answer' in done)) throw new Error(done.outcome);
    return { subscription: done.answer.body };
  };
  return { accountId, run };
};

/** One thing that is done, however often its process dies, and by whom it is finished. */
const works: readonly {
  name: string;
  begin: () => Promise<{ accountId: AccountId; run: (by: UseCases) => Promise<Answer> }>;
  events: readonly string[];
  tier: 'linked' | 'none';
}[] = [
  {
    name: 'completing a cart',
    begin: async () => {
      const accountId = await newAccount();
      const cart = cartOf(accountId);
      await stores.carts.insert(organisationId, cart);
      const run = async (by: UseCases): Promise<Answer> => {
        const done = await by.completeCart({ organisationId, id: cart.id, ifMatch: null });
        if (!done.ok) throw new Error(done.failure);
        return { subscription: done.bought?.chain.id ?? '', invoice: done.invoice?.id };
      };
      return { accountId, run };
    },
    events: once,
    tier: 'linked',
  },
  {
    name: 'making a subscription under a key',
    begin: makeUnderKey(null),
    events: once,
    tier: 'none',
  },
  {
    name: 'making one that began two months ago, and what it was due since',
    begin: makeUnderKey(at('2026-02-20T12:00:00+01:00')),
    events: [...once, '3 user_product_renewed', '4 invoice.created 4.00'],
    tier: 'none',
  },
];

describe.each([
  ['in memory', openInMemory, false],
  ['on the database', openTestStores, !isFull],
] as const)('%s', (...[, open, isSample]) => {
  let database: TestStores;
  beforeAll(async () => {
    database = await open();
    stores = database.stores;
    await seed();
  });
  afterAll(() => database.close());

  const tried = new Set<string>();
  /** In a sample, each command is stopped at in the first kind of work that sends it. */
  const isNew = (stop: string): boolean => {
    const isTried = tried.has(stop);
    tried.add(stop);
    return !isSample || !isTried;
  };

  describe.each(works)('A process that dies in $name', ({ begin, events, tier }) => {
    /** It is run in one process and drained, maybe to its death, and then in another. */
    const runTwice = async (stop: Interruption | null) => {
      const { accountId, run } = await begin();
      const answers: Answer[] = [];
      const dying = interruptedStores(stores, stop);
      const first = async (by: UseCases): Promise<void> => {
        answers.push(await run(by));
        await by.drainOutbox(organisationId);
      };
      await first(processOn(dying.stores)).catch((error: unknown) => {
        if (!(error instanceof Crash)) throw error;
      });
      // Once nobody holds the key any more.
      answers.push(await run(processOn(stores, 60_000)));
      return { accountId, answers, dying };
    };

    test('at any command leaves what another makes whole: one subscription, each invoice once', async () => {
      const clean = await runTwice(null);
      expect(clean.dying.calls).toContain('userProducts.insert');
      await hasOf(clean.accountId);
      const stops = clean.dying.calls.flatMap((command, index) =>
        (['before', 'after'] as const)
          .filter((when) => isNew(`${when} ${command}`))
          .map((when) => ({ kind: 'crash', atCall: index + 1, when }) as const),
      );
      for (const stop of stops) {
        const { accountId, answers, dying } = await runTwice(stop);
        expect(dying.hasDied()).toBe(true);
        const { rows, documents, events: told } = await hasOf(accountId);
        expect({ stop, told }).toEqual({ stop, told: events });
        expect(rows.map(({ product }) => [product.id, product.tierId])).toEqual([
          [answers[0]?.subscription, tier === 'linked' ? tierId : null],
        ]);
        const [oldest] = documents;
        const isTrue = { subscription: rows[0]?.product.id, invoice: oldest?.id };
        for (const answer of answers) expect(isTrue).toMatchObject(answer);
      }
      expect(await verifyFindings(stores, organisationId, during)).toEqual([]);
    });
  });

  test('Whatever died on the way, verify finds nothing', async () => {
    expect(await foundByVerify(stores, processOn(stores), organisationId)).toEqual([]);
  });
});
