import { describe, expect, test } from '@jest/globals';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import { makeIsStepTooLong } from '../../../../src/application/period-end/is-step-too-long.js';
import type { UserProductStore } from '../../../../src/application/ports/user-product-store.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { makePackage } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

const from = at('2026-04-16T00:00:00+02:00');

async function begin() {
  const world = await startInMemory({ live: false });
  const { stores, time, organisationId } = world;
  const asked: unknown[] = [];
  const userProducts: Pick<UserProductStore, 'findDue'> = {
    findDue: (id, query) => {
      asked.push(query.bucket);
      return stores.userProducts.findDue(id, query);
    },
  };
  const readContext = makeReadOrganisationContext({ ...stores, clock: time });
  const isStepTooLong = makeIsStepTooLong({ ...stores, userProducts, readContext });
  return {
    ...world,
    asked,
    isTooLong: (to: string, of = organisationId) => isStepTooLong(of, { from, to: at(to) }),
  };
}

describe('A step of a test clock', () => {
  test('is too long beyond fifty years, to the millisecond, whatever is due by then', async () => {
    const { isTooLong, asked } = await begin();
    expect(await isTooLong('2076-04-16T00:00:00+02:00')).toBe(false);
    expect(await isTooLong('2076-04-16T00:00:00.001+02:00')).toBe(true);
    expect(await isTooLong('8999-01-01T00:00:00Z')).toBe(true);
    expect(asked).toEqual(['all']);
  });

  test('is too long where a few user products would be ended ten thousand times and once more', async () => {
    const { isTooLong, subscribe, seeded, asked } = await begin();
    const daily = { interval: { unit: 'day', length: 1 } } as const;
    await seeded.editPackage('basic', (it) => ({
      ...makePackage('basic', { price: 100, periods: [daily] }),
      id: it.id,
    }));
    await subscribe({ validTo: '2026-05-01T00:00:00+02:00' });
    // 10,000 days from 1 May 2026 on, the first among them.
    expect(await isTooLong('2053-09-15T00:00:00+02:00')).toBe(false);
    expect(await isTooLong('2053-09-16T00:00:00+02:00')).toBe(true);
    expect(asked).toEqual(['all', 'all']);
  });

  test('reads no more rows than may be ended, where there are many', async () => {
    const { subscribe, stores, time, organisationId, asked } = await begin();
    const product = await subscribe();
    const row = await stores.userProducts.find(organisationId, product.id);
    if (row === null) throw new Error('no such row');
    const limits: number[] = [];
    const userProducts: Pick<UserProductStore, 'findDue'> = {
      findDue: (_, { limit, bucket }) => {
        asked.push(bucket);
        limits.push(limit);
        return Promise.resolve(Array<typeof row>(Math.min(limit, 3_000)).fill(row));
      },
    };
    const readContext = makeReadOrganisationContext({ ...stores, clock: time });
    const isStepTooLong = makeIsStepTooLong({ ...stores, userProducts, readContext });
    expect(await isStepTooLong(organisationId, { from, to: at('2026-05-02T00:00:00Z') })).toBe(
      true,
    );
    expect(asked).toEqual(['all', 0, 1, 2, 3]);
    expect(limits).toEqual([500, 10_001, 7_001, 4_001, 1_001]);
  });

  test('of an organisation that is not there ends nothing', async () => {
    const { isTooLong } = await begin();
    expect(await isTooLong('8999-01-01T00:00:00Z', newId())).toBe(false);
  });
});
