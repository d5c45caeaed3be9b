import { describe, expect, test } from '@jest/globals';
import type { OrganisationContext } from '../../../../src/application/catalogue/organisation-context.js';
import {
  makeRunPeriodEnd,
  type RunPeriodEndDeps,
} from '../../../../src/application/period-end/run-period-end.js';
import {
  type DuePageQuery,
  dueBucketCount,
} from '../../../../src/application/ports/user-product-store.js';
import { startInMemory } from '../../../support/in-memory-process.js';

const never = () => false;
const pageSize = 500;

/** The pages that a run asks for, each answered as the test says. */
async function running(answer: (query: DuePageQuery) => { found: number; applied: number }) {
  const world = await startInMemory();
  const asked: DuePageQuery[] = [];
  const context: OrganisationContext = await world.context();
  const deps: RunPeriodEndDeps = {
    organisations: world.stores.organisations,
    readContext: () => Promise.resolve(context),
    organisationTime: () =>
      Promise.resolve({ now: world.time.now(), isTestClock: false, isHeld: false }),
    userProducts: world.stores.userProducts,
    applyAllDue: () => Promise.reject(new Error('not asked for')),
    holdPeriodEnds: () => Promise.reject(new Error('not asked for')),
    applyDuePage: (_, query) => {
      asked.push(query);
      return Promise.resolve(answer(query));
    },
    random: () => 0,
  };
  return { deps, asked, ...world };
}

describe('A run over what is due', () => {
  test('ends the periods of every organisation', async () => {
    const world = await startInMemory({ now: '2026-07-01T00:00:00+02:00' });
    const product = await world.subscribe();
    expect(await world.useCases.runPeriodEnd(never)).toBe(3);
    expect((await world.stored(product)).product.version).toBe(4);
    expect(await world.useCases.runPeriodEnd(never)).toBe(0);
  });

  test('looks once over all buckets, and is over where nothing moves', async () => {
    const { deps, asked, time } = await running(() => ({ found: 3, applied: 0 }));
    expect(await makeRunPeriodEnd(deps)(never)).toBe(0);
    expect(asked).toEqual([{ now: time.now(), limit: pageSize, bucket: 'all' }]);
  });

  test('goes on page by page while something moves', async () => {
    const pages = [2, 1, 0];
    const { deps, asked } = await running(() => ({ found: 2, applied: pages.shift() ?? 0 }));
    expect(await makeRunPeriodEnd(deps)(never)).toBe(3);
    expect(asked).toHaveLength(3);
  });

  test('of more than a page goes through each bucket until it is empty', async () => {
    const left = new Map<unknown, number>();
    const { deps, asked } = await running(({ bucket }) => {
      if (bucket === 'all') return { found: pageSize, applied: pageSize };
      const rest = left.get(bucket) ?? 2;
      left.set(bucket, rest - 1);
      return { found: rest, applied: rest > 0 ? 1 : 0 };
    });
    expect(await makeRunPeriodEnd(deps)(never)).toBe(pageSize + 2 * dueBucketCount);
    const buckets = new Set(asked.slice(1).map((it) => it.bucket));
    expect(buckets).toEqual(new Set(Array.from({ length: dueBucketCount }, (_, it) => it)));
  });

  test('goes through the buckets in the order of chance', async () => {
    const { deps, asked } = await running(({ bucket }) => ({
      found: bucket === 'all' ? pageSize : 0,
      applied: 0,
    }));
    let chance = 0;
    const random = () => {
      chance -= 1;
      return chance;
    };
    await makeRunPeriodEnd({ ...deps, random })(never);
    const buckets = asked.slice(1).map((it) => it.bucket);
    expect(buckets).toEqual(Array.from({ length: dueBucketCount }, (_, it) => 63 - it));
  });

  test('stops between two pages when it is asked to', async () => {
    const { deps, asked } = await running(() => ({ found: 1, applied: 1 }));
    expect(await makeRunPeriodEnd(deps)(() => asked.length === 2)).toBe(2);
    expect(await makeRunPeriodEnd(deps)(() => true)).toBe(0);
    expect(asked).toHaveLength(2);
  });

  test('passes an organisation that is gone meanwhile', async () => {
    const { deps, asked } = await running(() => ({ found: 1, applied: 1 }));
    const gone = { ...deps, readContext: () => Promise.resolve(null) };
    expect(await makeRunPeriodEnd(gone)(never)).toBe(0);
    expect(asked).toEqual([]);
  });
});
