import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Organisation } from '../../../../src/application/ports/organisation-store.js';
import { makeReadBacklog } from '../../../../src/application/verification/read-backlog.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { type Instant, toInstant } from '../../../../src/domain/time/instant.js';
import { idOf } from '../../../support/domain/id-of.js';

const [first, second] = [1, 2].map((n) => ({ id: idOf<OrganisationId>(n) }) as Organisation);
let now: number;
let asked: { id: OrganisationId; now: Instant; limit: number }[];
beforeEach(() => {
  now = 1_000_000;
  asked = [];
});

/** A backlog of which each organisation has so many due rows; null: the database is away. */
function backlogOf(due: readonly number[] | null, oldestAt: number | null = null, tookMs = 0) {
  return makeReadBacklog({
    organisations: { list: () => Promise.resolve([first, second] as readonly Organisation[]) },
    organisationNow: ({ id }) => Promise.resolve(toInstant(id === first?.id ? 1 : 2)),
    clock: { now: () => toInstant(now) },
    backlog: {
      countDue: (id, query) => {
        asked.push({ id, ...query });
        now += tookMs;
        if (due === null) return Promise.reject(new Error('away'));
        return Promise.resolve(Math.min(due[id === first?.id ? 0 : 1] ?? 0, query.limit));
      },
      oldestEntryAt: () => Promise.resolve(oldestAt === null ? null : toInstant(oldestAt)),
    },
  });
}

describe('the backlog', () => {
  test('is what is due in every organisation by its own now, and how long the outbox waits', async () => {
    expect(await backlogOf([3, 4], 998_500)()).toEqual({ dueRows: 7, oldestEntryAgeMs: 1_500 });
    expect(asked).toEqual([
      { id: first?.id, now: 1, limit: 10_000 },
      { id: second?.id, now: 2, limit: 9_997 },
    ]);
  });

  test('is nothing where nothing waits, and never below nothing', async () => {
    expect(await backlogOf([0, 0])()).toEqual({ dueRows: 0, oldestEntryAgeMs: 0 });
    expect(await backlogOf([0, 0], 1_000_500)()).toMatchObject({ oldestEntryAgeMs: 0 });
  });

  test('is counted up to 10,000', async () => {
    expect(await backlogOf([50_000, 4])()).toMatchObject({ dueRows: 10_000 });
    expect(asked).toHaveLength(1);
  });

  test('is asked for at most every 5 s, however many read it', async () => {
    const read = backlogOf([1, 1]);
    await Promise.all([read(), read()]);
    now += 4_999;
    await read();
    expect(asked).toHaveLength(2);
    now += 1;
    await read();
    expect(asked).toHaveLength(4);
  });

  test('that takes more than 2 s to be read is not known', async () => {
    const read = backlogOf([1, 1], null, 2_001);
    await expect(read()).rejects.toThrow('too long');
    expect(asked).toHaveLength(1);
    expect(await backlogOf([1, 1], null, 2_000)()).toMatchObject({ dueRows: 2 });
  });

  test('that could not be read is read again', async () => {
    const read = backlogOf(null);
    await expect(read()).rejects.toThrow('away');
    await expect(read()).rejects.toThrow('away');
    expect(asked).toHaveLength(2);
  });
});
