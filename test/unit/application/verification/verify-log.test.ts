import { expect, test } from '@jest/globals';
import type { LoggedEvent } from '../../../../src/application/ports/event-log.js';
import { verifyLog } from '../../../../src/application/verification/verify-log.js';
import { eventOf, logOf, organisationId, rowOf } from './installation-of-rows.js';

/** Verifies with memory for so many subscriptions, and answers the promises broken and how often the log was read through. */
async function verifyWith(subscriptionsAtOnce: number, log: readonly LoggedEvent[]) {
  const promises: string[] = [];
  let readings = 0;
  const events = {
    lastPosition: () => Promise.resolve(log.at(-1)?.position ?? 0),
    read: (_: unknown, { after }: { after: number }) => {
      if (after === 0) readings += 1;
      return Promise.resolve(log.filter((it) => it.position > after));
    },
  };
  const walk = { page: () => Promise.resolve([]) };
  await verifyLog({ events, walk, subscriptionsAtOnce }, organisationId, ({ promise }) =>
    promises.push(promise),
  );
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
