import { describe, expect, test } from '@jest/globals';
import { toClientId } from '../../src/domain/ids.js';
import { beginGroupLife, documentText, type GroupLife } from '../support/group-life.js';
import { at } from '../support/organisation.js';
import { openMemoryStores } from '../support/memory-stores/open-memory-stores.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };

const told = async (life: GroupLife) => (await life.documents()).map(documentText);

describe('A change that is undone', () => {
  test('leaves the sums as they were before it', async () => {
    const life = await beginGroupLife(openMemoryStores(), {
      ...april,
      on: 'basic',
      tiers: [
        { code: 'basic', price: 1_000 },
        { code: 'pro', price: 3_000 },
      ],
    });
    await life.moveTo('2027-04-16T00:00:00+02:00');
    await life.apply('pro');
    const before = await life.all();
    const changeId = before[0]?.endedBy?.changeId;
    if (changeId === undefined) throw new Error('no change');
    await life.documents();
    await life.moveTo('2027-04-20T00:00:00+02:00');
    const { organisation } = life.seeded;
    const command = {
      organisationId: organisation.id,
      changeId,
      requestedBy: toClientId('operator'),
    };
    expect(await life.useCases.undoChange(command)).toMatchObject({ ok: true, was: 'applied' });
    expect(await told(life)).toEqual([
      'RE-0000000001 10.00',
      'CN-0000000001 5.00',
      'RE-0000000002 30.00',
      'CN-0000000002 30.00',
      'RE-0000000003 5.00',
    ]);
    const item = await life.current();
    expect(item).toMatchObject({ packageCode: 'basic', state: 'activated', createdFrom: 'undo' });
    expect(item.tierId).toBe(life.tierOf('basic').id);
    expect(item.paid.amount.amountMinor).toBe(500);
    await life.moveTo('2027-05-01T00:00:00+02:00');
    expect((await told(life)).at(-1)).toBe('RE-0000000004 10.00');
    expect(await life.broken()).toEqual([]);
  });

  test.each(['free', 'later'])(
    'which came at the end of a period, to what is %s, invoices the period that goes on instead',
    async (to) => {
      const life = await beginGroupLife(openMemoryStores(), {
        ...april,
        on: 'basic',
        tiers: [
          { code: 'free', price: 0, changeTiming: 'end_of_period' },
          {
            ...{ code: 'later', price: 700, changeTiming: 'end_of_period' },
            billing: { payInAdvance: false },
          },
          { code: 'basic', price: 1_000 },
        ],
      });
      expect(await life.apply(to)).toMatchObject({ ok: true });
      await life.moveTo('2027-05-10T00:00:00+02:00');
      expect(await told(life)).toEqual(['RE-0000000001 10.00']);
      const [first] = await life.all();
      const { organisation } = life.seeded;
      const changeId = first?.endedBy?.changeId;
      if (changeId === undefined) throw new Error('no change');
      const command = {
        organisationId: organisation.id,
        changeId,
        requestedBy: toClientId('operator'),
      };
      expect(await life.useCases.undoChange(command)).toMatchObject({ ok: true, was: 'applied' });
      expect(await told(life)).toEqual(['RE-0000000001 10.00', 'RE-0000000002 10.00']);
      const { positions = [] } = (await life.documents()).at(-1) ?? {};
      const item = await life.current();
      const [from, until] = ['2027-05-01T00:00:00+02:00', '2027-06-01T00:00:00+02:00'].map(at);
      expect(positions).toMatchObject([
        { kind: 'period', userProductId: item.id, from, to: until },
      ]);
      expect(await life.news()).toContain('invoice.created');
      expect(await life.broken()).toEqual([]);
      await life.moveTo('2027-06-01T00:00:00+02:00');
      expect((await told(life)).at(-1)).toBe('RE-0000000003 10.00');
      expect(await life.broken()).toEqual([]);
    },
  );

  test.each([
    ['immediately', '2027-04-16T00:00:00+02:00'],
    ['end_of_period', '2027-05-10T00:00:00+02:00'],
  ] as const)(
    '%s with documents stays undone: taking that back would leave what it was charged by as it is',
    async (changeTiming, day) => {
      const life = await beginGroupLife(openMemoryStores(), {
        ...april,
        on: 'basic',
        tiers: [
          { code: 'free', price: 0, changeTiming },
          { code: 'basic', price: 1_000 },
        ],
      });
      await life.moveTo('2027-04-10T00:00:00+02:00');
      expect(await life.apply('free')).toMatchObject({ ok: true });
      await life.moveTo(day);
      const { organisation } = life.seeded;
      const undoLastOf = async () => {
        const changeId = (await life.all()).at(-2)?.endedBy?.changeId;
        if (changeId === undefined) throw new Error('no change');
        await life.documents();
        const command = {
          organisationId: organisation.id,
          changeId,
          requestedBy: toClientId('operator'),
        };
        return life.useCases.undoChange(command);
      };
      expect(await undoLastOf()).toMatchObject({ ok: true });
      const before = await told(life);
      expect(await undoLastOf()).toEqual({ ok: false, failure: 'money_moved' });
      expect(await told(life)).toEqual(before);
      expect(await life.broken()).toEqual([]);
    },
  );
});
