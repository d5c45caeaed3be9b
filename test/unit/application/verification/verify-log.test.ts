import { describe, expect, test } from '@jest/globals';
import type { LoggedEvent } from '../../../../src/application/ports/event-log.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import { verifyLog } from '../../../../src/application/verification/verify-log.js';
import { at } from '../../../support/domain/at.js';
import { eventOf, logOf, organisationId, rowOf } from './installation-of-rows.js';

/** Verifies with memory for so many subscriptions, and answers the promises broken and how often the log was read through. */
async function verifyWith(
  subscriptionsAtOnce: number,
  log: readonly LoggedEvent[],
  { startsAt = 1, walked = [] as readonly StoredUserProduct[] } = {},
) {
  const promises: string[] = [];
  let readings = 0;
  const events = {
    lastPosition: () => Promise.resolve(log.at(-1)?.position ?? 0),
    read: (_: unknown, { after }: { after: number }) => {
      if (after === 0) readings += 1;
      return Promise.resolve(log.filter((it) => it.position > after));
    },
  };
  const walk = {
    page: (_: unknown, { after }: { after: unknown }) =>
      Promise.resolve(after === null ? walked : []),
  };
  const retention = { logStartsAt: () => Promise.resolve(startsAt) };
  const deps = { events, walk, retention, subscriptionsAtOnce };
  await verifyLog(deps, organisationId, ({ promise }) => promises.push(promise));
  return { promises, readings };
}

const rows = Array.from({ length: 10 }, (_, n) => rowOf(600 + n));
const whole = logOf(...rows.map((it) => eventOf(it, 1)), ...rows.map((it) => eventOf(it, 2)));

test.each([
  [1_000, 1],
  [7, 3],
  [1, 20],
])('with room for %i subscriptions a log of 20 events is read %i times', async (room, readings) => {
  expect(await verifyWith(room, whole)).toEqual({ promises: [], readings });
});

test.each([1_000, 7, 1])('with room for %i each gap is found once', async (room) => {
  const broken = whole.filter((it) => it.position !== 3);
  expect((await verifyWith(room, broken)).promises.toSorted()).toEqual([
    'position_gap',
    'sequence_gap',
  ]);
});

test.each([1_000, 7, 1])(
  'with room for %i an event that happened before its predecessor is found once',
  async (room) => {
    const earlier = at('2026-04-16T11:59:59.999Z');
    const back = whole.map((it) =>
      it.position === 13 ? { ...it, event: { ...it.event, occurredAt: earlier } } : it,
    );
    expect((await verifyWith(room, back)).promises).toEqual(['event_before_its_predecessor']);
    const first = whole.map((it) =>
      it.position === 3 ? { ...it, event: { ...it.event, occurredAt: earlier } } : it,
    );
    expect((await verifyWith(room, first)).promises).toEqual([]);
  },
);

describe('a log whose beginning was removed', () => {
  const from = (position: number) => whole.filter((it) => it.position >= position);

  test.each([1_000, 7])('is whole from where it begins, with room for %i', async (room) => {
    expect((await verifyWith(room, from(6), { startsAt: 6 })).promises).toEqual([]);
    expect((await verifyWith(room, from(16), { startsAt: 16 })).promises).toEqual([]);
  });

  test('may be removed only in part: below its beginning nothing is missed', async () => {
    const inPart = whole.filter((it) => it.position === 2 || it.position === 4 || it.position >= 6);
    expect((await verifyWith(1_000, inPart, { startsAt: 6 })).promises).toEqual([]);
  });

  test('and of which more is missing than that has a gap', async () => {
    expect((await verifyWith(1_000, from(7), { startsAt: 6 })).promises).toEqual(['position_gap']);
    expect((await verifyWith(1_000, from(6))).promises).toContain('position_gap');
  });

  test('has gaps after its beginning like any other', async () => {
    const broken = from(6).filter((it) => it.position !== 8);
    const { promises } = await verifyWith(1_000, broken, { startsAt: 6 });
    expect(promises).toEqual(['position_gap']);
  });

  test('misses no event of a living row that it need not have', async () => {
    const living = rows.map((it) => ({ ...it, product: { ...it.product, lastSequence: 2 } }));
    const look = (log: readonly LoggedEvent[], startsAt: number) =>
      verifyWith(1_000, log, { startsAt, walked: living });
    expect((await look(from(16), 16)).promises).toEqual([]);
    const lost = whole.filter((it) => it.position >= 6 && it.position < 20);
    expect((await look(lost, 6)).promises).toEqual(['event_lost']);
  });
});
