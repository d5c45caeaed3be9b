import { describe, expect, test } from '@jest/globals';
import { makeReadApplied } from '../../../../src/application/product-groups/read-applied.js';
import { beginGroupLife } from '../../../support/group-life.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildRow } from '../../../support/stored/build-row.js';

const begin = (changeTiming: 'immediately' | 'end_of_period') =>
  beginGroupLife(openMemoryStores(), {
    ...{ validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' },
    on: 'basic',
    tiers: [
      { code: 'basic', price: 1_000 },
      { code: 'pro', price: 3_000, changeTiming },
    ],
  });

describe('What a change came to', () => {
  test.each(['immediately', 'end_of_period'] as const)(
    'is the same every time it is asked for, before its documents are written and after: %s',
    async (timing) => {
      const life = await begin(timing);
      await life.moveTo('2027-04-16T00:00:00+02:00');
      const source = await life.current();
      const first = await life.apply('pro');
      if (!first.ok || !('id' in first)) throw new Error('refused');
      const zone = life.seeded.organisation.timeZone;
      const answer = await life.useCases.readApplied(first, zone);
      const row = await life.all();
      const product = row.find((it) => it.id === source.id) ?? source;
      const again = { id: first.id, product, written: null };
      const before = await life.useCases.readApplied(again, zone);
      await life.documents();
      const after = await life.useCases.readApplied(again, zone);
      for (const it of [before, after]) {
        expect({ ...it, item: it.item.id }).toEqual({ ...answer, item: answer.item.id });
      }
      expect(answer).toMatchObject(
        timing === 'immediately'
          ? {
              creditNote: { netMinor: 500, sequence: null },
              invoice: { sequence: null },
              item: { packageCode: 'pro' },
            }
          : { creditNote: null, invoice: null, item: { packageCode: 'basic' } },
      );
    },
  );

  test('is nothing where there was no change', async () => {
    const unused = () => Promise.reject(new Error('nothing is to be read'));
    const readApplied = makeReadApplied({ load: unused, findDocuments: unused });
    const product = buildRow();
    const answered = { id: product.id, product, written: null };
    const life = await begin('immediately');
    await expect(readApplied(answered, life.seeded.organisation.timeZone)).rejects.toThrow(/waits/);
  });
});
