import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  makeWriteWhatWaits,
  type WriteWhatWaitsDeps,
} from '../../../../src/application/billing/write-what-waits.js';
import { makeOrganisationTime } from '../../../../src/application/clock/organisation-now.js';
import { UnreadableUserProductError } from '../../../../src/application/ports/failures.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import type { AccountId, SubscriptionId, UserProductId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { silentLog } from '../../../support/process.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { newId } from '../../../support/stored/ids.js';
import { type DocumentsWorld, startDocuments } from './documents-world.js';

let world: DocumentsWorld;
let drained: (readonly StoredUserProduct[])[];
let pauses: number[];
beforeEach(async () => {
  world = await startDocuments({ live: false });
  drained = [];
  pauses = [];
});

/** Reads and holds are the stores'; draining is only seen, and takes the entries out. */
const write = async (
  owner: {
    accountId?: AccountId;
    userProductId?: UserProductId;
    subscriptionId?: SubscriptionId;
  },
  changed: Partial<WriteWhatWaitsDeps> = {},
) => {
  const { stores, time, seeded, organisationId } = world;
  const writeWhatWaits = makeWriteWhatWaits({
    ...stores,
    log: silentLog,
    setAside: { unreadable: () => Promise.resolve() },
    readAccountRows: async ({ accountId }) => ({
      rows: await stores.userProducts.listByAccount(organisationId, accountId),
      context: await world.context(),
      now: null,
    }),
    organisationTime: makeOrganisationTime({ ...stores, clock: time }),
    pause: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
    drainRows: async (rows) => {
      drained.push(rows);
      const marks = rows.map(({ product, outbox }) => ({
        userProductId: product.id,
        entryIds: outbox.map((it) => it.id),
        successorId: null,
      }));
      await stores.outboxes.markDrained(marks);
    },
    ...changed,
  });
  const nobody = { accountId: null, userProductId: null, subscriptionId: null };
  await writeWhatWaits(seeded.organisation, { ...nobody, ...owner });
};
const drainedIds = () => drained.map((rows) => rows.map(({ product }) => product.id).toSorted());

describe('What waits', () => {
  test('of an account is drained, and of nobody else', async () => {
    const [product, other] = [world.build(), world.build()];
    const { accountId } = product;
    const silent = world.build({ accountId });
    await world.waiting(product, buildDocument(product));
    await world.waiting(other, buildDocument(other));
    await world.stores.userProducts.insert(world.organisationId, { product: silent, outbox: [] });
    await write({ accountId });
    await write({ accountId });
    expect(drainedIds()).toEqual([[product.id]]);
  });

  test('of a user product is drained with all of its account, and of nobody where there is none', async () => {
    const product = world.build();
    const sibling = world.build({ accountId: product.accountId });
    for (const it of [product, sibling]) await world.waiting(it, buildDocument(it));
    await write({ userProductId: newId<UserProductId>() });
    expect(drained).toEqual([]);
    await write({ userProductId: sibling.id });
    expect(drainedIds()).toEqual([[product.id, sibling.id].toSorted()]);
  });

  test('of a subscription is drained, also where its first user product is not here', async () => {
    const product = { ...world.build(), subscriptionId: newId<SubscriptionId>() };
    await world.waiting(product, buildDocument(product));
    await write({ subscriptionId: newId() });
    expect(drained).toEqual([]);
    await write({ subscriptionId: product.subscriptionId });
    expect(drainedIds()).toEqual([[product.id]]);
  });

  test('of a user product that cannot be read is drained as far as its account can be', async () => {
    const product = world.build();
    const { id, organisationId, accountId } = product;
    await world.waiting(product, buildDocument(product));
    const find = () =>
      Promise.reject(
        new UnreadableUserProductError({ id, organisationId, accountId, error: new Error('bad') }),
      );
    await write({ userProductId: id }, { userProducts: { ...world.stores.userProducts, find } });
    expect(drainedIds()).toEqual([[id]]);
  });

  test('of the whole organisation is drained where nobody is named, a page after the other', async () => {
    const products = Array.from({ length: 501 }, () => world.build());
    for (const it of products) await world.waiting(it, buildDocument(it));
    await world.waiting(world.build({ organisationId: newId() }));
    await write({});
    expect(drained.map((rows) => rows.length)).toEqual([500, 1]);
    await write({});
    expect(drained).toHaveLength(2);
  });

  test('and cannot be drained holds up nothing else', async () => {
    const [bad, good] = [world.build(), world.build()];
    for (const it of [bad, good]) await world.waiting(it, buildDocument(it));
    const drainRows = (rows: readonly StoredUserProduct[]) => {
      if (rows.some(({ product }) => product.id === bad.id)) {
        return Promise.reject(new Error('bad'));
      }
      drained.push(rows);
      return Promise.resolve();
    };
    await write({}, { drainRows });
    expect(drainedIds()).toEqual([[good.id]]);
  });

  test('is left to whoever ends the periods of the organisation in order', async () => {
    const product = world.build();
    await world.waiting(product, buildDocument(product));
    const { organisations } = world.stores;
    const now = world.time.now();
    const hold = { holder: 'other', now, until: toInstant(now + 1) };
    await organisations.holdPeriodEnds(world.organisationId, hold);
    const { accountId } = product;
    await expect(write({ accountId })).rejects.toThrow('a step of the test clock is under way');
    await expect(write({})).rejects.toThrow('a step of the test clock is under way');
    expect(drained).toEqual([]);
    expect(pauses).toEqual(Array(40).fill(100));
    await organisations.releasePeriodEnds(world.organisationId, 'other');
    await write({});
    expect(drainedIds()).toEqual([[product.id]]);
  });
});
