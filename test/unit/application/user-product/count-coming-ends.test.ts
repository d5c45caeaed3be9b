import { describe, expect, test } from '@jest/globals';
import {
  comingKindOf,
  makeCountComingEnds,
} from '../../../../src/application/user-product/count-coming-ends.js';
import type { ComingEnd } from '../../../../src/application/ports/subscription-search.js';
import type { Organisation } from '../../../../src/application/ports/organisation-store.js';
import { dateOf } from '../../../../src/domain/time/civil-time.js';
import type { TimeZone } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';

const renewal = {
  state: 'activated',
  subscriptionType: 'recurring',
  pendingKind: null,
} as const;

test('What comes of a period’s end goes by cancellation, then by what waits, then by renewal', () => {
  const waiting = { ...renewal, pendingKind: 'upgrade' } as const;
  expect(comingKindOf(renewal)).toBe('renewal');
  expect(comingKindOf(waiting)).toBe('upgrade');
  expect(comingKindOf({ ...waiting, state: 'cancelled' })).toBe('end');
  expect(comingKindOf({ ...renewal, subscriptionType: 'limited' })).toBe('end');
});

describe('The next days', () => {
  test('are civil days of the organisation, today first', async () => {
    const { seeded, useCases, subscribe } = await startInMemory({
      now: '2026-04-30T12:00:00+02:00',
    });
    await subscribe();
    const told = await useCases.countComingEnds(seeded.organisation, { days: 3 });
    expect(told.days.map(({ day, counts }) => [dateOf(day).toString(), counts.renewal])).toEqual([
      ['2026-04-30', 0],
      ['2026-05-01', 1],
      ['2026-05-02', 0],
    ]);
    expect(told.overdue).toBe(0);
  });

  test('do not count what is due already: that is told as the backlog', async () => {
    const { seeded, useCases, subscribe } = await startInMemory({
      now: '2026-05-01T00:00:00+02:00',
    });
    await subscribe();
    const told = await useCases.countComingEnds(seeded.organisation, { days: 1 });
    expect([told.overdue, told.days[0]?.counts.renewal]).toEqual([1, 0]);
  });

  test('from where counting stopped say that there is more', async () => {
    const now = at('2026-05-01T00:00:00Z');
    const ends = (count: number, dueAt: typeof now): readonly ComingEnd[] =>
      Array.from({ length: count }, () => ({ ...renewal, dueAt }));
    const all = [
      ...ends(5_000, at('2026-05-01T12:00:00Z')),
      ...ends(10, at('2026-05-02T12:00:00Z')),
    ];
    const count = makeCountComingEnds({
      clock: { now: () => now },
      subscriptionSearch: {
        listComingEnds: (_, { limit }) => Promise.resolve(all.slice(0, limit)),
      },
    });
    const organisation = { timeZone: 'UTC' as TimeZone, testClockAt: null } as Organisation;
    const { days } = await count(organisation, { days: 3 });
    expect(days.map((it) => [it.counts.renewal, it.isCut])).toEqual([
      [5_000, false],
      [1, true],
      [0, true],
    ]);
  });
});
