import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describeEvent } from '../../src/application/events/describe-event.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { toUserProductItem } from '../../src/http/payway/user-product-shape.js';
import { readLog } from '../support/broken-promises.js';
import { beginLife, type Life } from '../support/life.js';
import { at } from '../support/organisation.js';
import { openTestStores, type TestStores } from '../support/stores.js';

type Side = { readonly user_product: Readonly<Record<string, unknown>> } | null;
type Told = {
  readonly id: string;
  readonly sequence: number;
  readonly occurred_at: string;
  readonly subscription_id: string;
  readonly before: Side;
  readonly after: Side;
};
type Known = Readonly<Record<string, unknown>>;

/**
 * What a receiver that knows nothing but the events makes of them: each once, by its id; a subscription's in sequence.
 * Where an event tells of a new user product, the one before it has ended.
 */
function fold(events: readonly Told[]): ReadonlyMap<unknown, Known> {
  const known = new Map<unknown, Known>();
  const once = [...new Map(events.map((it) => [it.id, it])).values()];
  for (const { before, after, occurred_at } of once.toSorted((a, b) => a.sequence - b.sequence)) {
    const [was, is] = [before?.user_product, after?.user_product];
    if (was !== undefined && was.id !== is?.id) {
      const version = Number(was.version) + 1;
      const end = { state: 'deactivated', pending_change: null, updated: occurred_at };
      known.set(was.id, { ...was, ...end, version });
    }
    if (is !== undefined) known.set(is.id, is);
  }
  return known;
}

/** The same shuffle each time, every event twice. */
function shuffledAndDoubled(events: readonly Told[]): readonly Told[] {
  let seed = 7;
  const next = (): number => (seed = (seed * 16_807) % 2_147_483_647);
  return [...events, ...events]
    .map((event) => ({ event, order: next() }))
    .toSorted((a, b) => a.order - b.order)
    .map(({ event }) => event);
}

/** In the fields that a list of user products has, a pending change among them as whether there is one. */
function asListed(known: Known, fields: readonly string[]): Known {
  const whole: Known = { ...known, has_pending_change_request: known.pending_change !== null };
  return Object.fromEntries(fields.map((name) => [name, whole[name]]));
}

describe('A receiver of events', () => {
  let database: TestStores;
  let stores: ChangeStores;
  beforeAll(async () => {
    database = await openTestStores();
    stores = database.stores;
  });
  afterAll(() => database.close());

  const listed = async (life: Life): Promise<readonly Known[]> => {
    const { id: organisationId, timeZone } = life.seeded.organisation;
    const { accountId } = await life.current();
    const answer = await life.useCases.listUserProducts({ organisationId, accountId });
    return (answer?.userProducts ?? []).map((it) => toUserProductItem(it, timeZone));
  };

  test('that gets them shuffled, doubled and three days late knows what the API says', async () => {
    const life = await beginLife(stores, {
      code: 'basic',
      validFrom: '2026-04-01T00:00:00+02:00',
      validTo: '2026-05-01T00:00:00+02:00',
    });
    const { id: organisationId, timeZone } = life.seeded.organisation;
    const { accountId } = await life.current();
    const key = async () => {
      const { id: userProductId } = await life.current();
      return { organisationId, accountId, userProductId };
    };
    await life.ask('lite');
    await life.moveTo('2026-04-10T00:00:00+02:00');
    await life.ask('digital');
    await life.useCases.editUserProduct(await key(), { subscriptionNumber: 'S 1' });
    await life.ask('basic');
    const told = { reasonId: 'moved', creditInvoiceIfSent: true };
    await life.useCases.cancelUserProduct(await key(), told);
    await life.useCases.reactivateUserProduct(await key(), null);
    await life.ask('lite');
    await life.moveTo('2026-06-25T00:00:00+02:00');
    await life.useCases.editUserProduct(await key(), { validTo: at('2026-07-03T00:00:00+02:00') });
    await life.useCases.cancelUserProduct(await key(), told);
    await life.news();
    // Three days late: what it gets is from then, what it knows must be of now.
    await life.moveTo('2026-06-28T00:00:00+02:00');
    await life.news();

    const log = await readLog(stores, organisationId);
    const own = log.filter(({ event }) => event.accountId === accountId);
    const events = own.map(({ event }) => describeEvent(event, timeZone) as unknown as Told);
    expect(events.length).toBeGreaterThan(10);
    const items = await listed(life);
    const fields = Object.keys(items[0] ?? {});
    const known = fold(shuffledAndDoubled(events));
    expect(items.map((it) => asListed(known.get(it.id) ?? {}, fields))).toEqual(items);
    expect(known.size).toBe(items.length);
    expect(await life.broken()).toEqual([]);
  });
});
