import { EventEmitter, once } from 'node:events';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { toInstant } from '../../../src/domain/time/instant.js';
import { openShop, type Shop, type Sold } from '../../support/group-shop.js';
import { aroundCommands } from '../../support/interrupted-stores.js';
import { openMemoryStores } from '../../support/memory-stores/open-memory-stores.js';
import { problem } from './ask.js';

/** The next call of that command stands still until it is let go on. */
let heldUp: string | null = null;
const signals = new EventEmitter();
let shop: Shop;
let basic: Sold;
beforeAll(async () => {
  const memory = openMemoryStores();
  const held = aroundCommands(memory, async (command, perform) => {
    if (command === heldUp) {
      heldUp = null;
      const goOn = once(signals, 'go on');
      signals.emit('reached');
      await goOn;
    }
    return perform();
  });
  shop = await openShop({ stores: { ...memory, ...held } });
  basic = await shop.sells('Basic');
});
// What a test has left standing would keep the application from closing.
afterEach(() => {
  signals.emit('go on');
});
afterAll(() => shop.close());

/** Holds the next call of that command up, before it does anything. */
function holdUp(command: string) {
  heldUp = command;
  return { reached: once(signals, 'reached'), release: () => signals.emit('go on') };
}

type Write = {
  readonly request: string;
  readonly body?: object;
  readonly otherBody?: object;
};

const ordered = async () => ({
  customer: await shop.customer(),
  items: [{ pricePlan: basic.plan.id }],
});

/** A write whose answer is kept in a record, by the command in whose midst it is held up. */
const writes: Readonly<Record<string, () => Promise<Write>>> = {
  'carts.insert': async () => {
    const body = await ordered();
    const otherBody = { ...body, startDate: '2027-04-15T00:00:00Z' };
    return { request: 'POST /checkout/carts', body, otherBody };
  },
  'userProducts.insert': async () => {
    const body = await ordered();
    const otherBody = { ...body, startDate: '2027-04-15T00:00:00Z' };
    return { request: 'POST /subscriptions', body, otherBody };
  },
  'userProducts.commit': async () => {
    const { subscription } = await shop.subscribes(basic);
    return { request: `PUT /subscriptions/${String(subscription)}/cancel` };
  },
};

/** docs/architecture.md §5, docs/spec/product-groups-api.md §1: the first holder of the key is alive. */
describe('A key whose first request is under way', () => {
  test.each(Object.keys(writes))(
    'is in use, by the second that may be waited for; then it is answered the same bytes: %s',
    async (command) => {
      const { request, body, otherBody } = (await writes[command]?.()) ?? { request: '' };
      const headers = { 'idempotency-key': `held ${command}` };
      const { reached, release } = holdUp(command);
      const sent = shop.call(request, { body, headers });
      await reached;

      const second = await shop.call(request, { body, headers });
      const inUse = { detail: 'A request under this Idempotency-Key is under way' };
      expect([second.status, second.json]).toEqual([
        ...[409, problem(409, 'idempotency_key_in_use', inUse)],
      ]);
      expect(second.headers).toMatchObject({
        'content-type': 'application/problem+json',
        'retry-after': '10',
      });
      if (otherBody !== undefined) {
        const other = await shop.call(request, { body: otherBody, headers });
        expect([other.status, other.json]).toEqual([422, problem(422, 'idempotency_key_reused')]);
      }

      release();
      const first = await sent;
      expect([first.status < 300, first.headers['idempotent-replayed']]).toEqual([true, undefined]);
      const again = await shop.call(request, { body, headers });
      expect([again.status, again.text]).toEqual([first.status, first.text]);
      expect(again.headers['idempotent-replayed']).toBe('true');
    },
  );

  test('is told how much of the time-out is left, and is another’s once that is over: one thing is made', async () => {
    const body = await ordered();
    const headers = { 'idempotency-key': 'held for long' };
    const { reached, release } = holdUp('userProducts.insert');
    const sent = shop.call('POST /subscriptions', { body, headers });
    await reached;
    shop.time.set(toInstant(shop.time.now() + 8_999));
    const second = await shop.call('POST /subscriptions', { body, headers });
    expect([second.status, second.headers['retry-after']]).toEqual([409, '2']);
    shop.time.set(toInstant(shop.time.now() + 1_001));
    const third = await shop.call('POST /subscriptions', { body, headers });
    expect(third.status).toBe(201);
    release();
    const first = await sent;
    const listed = await shop.made(`GET /subscriptions?customer=${body.customer}`);
    expect(listed.data).toEqual([third.json]);
    expect(first.status).toBe(201);
    expect(first.json).toEqual(third.json);
  });
});
