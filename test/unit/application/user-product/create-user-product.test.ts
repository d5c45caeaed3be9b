import { describe, expect, test } from '@jest/globals';
import type { AccountId, UserProductId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { makePackage } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

async function begin() {
  let committed = 0;
  const world = await startInMemory({
    changed: {
      onCommitted: () => {
        committed += 1;
      },
    },
  });
  const { stores, organisationId, useCases, seeded } = world;
  const accountId = newId<AccountId>();
  await stores.accounts.insertMany(organisationId, [{ id: accountId, customerNumber: null }]);
  await stores.catalogues.savePackages(organisationId, [
    makePackage('recurring only', { price: 100 }),
  ]);
  type Command = Parameters<typeof useCases.createUserProduct>[0];
  const command: Command = {
    organisationId,
    accountId,
    packageCode: 'basic',
    subscriptionType: 'recurring',
    periodId: null,
    validFrom: at('2026-04-01T00:00:00+02:00'),
    validTo: at('2026-05-01T00:00:00+02:00'),
    provisionService: 'tulo',
    chosenId: null,
  };
  return {
    ...world,
    accountId,
    create: (edits: Partial<Command> = {}) => useCases.createUserProduct({ ...command, ...edits }),
    periods: seeded.package('basic').periods.map((it) => it.id),
    committed: () => committed,
  };
}

const refused = (reason: string) => ({ ok: false, failure: 'refused', refusals: [{ reason }] });

describe('A user product that is created', () => {
  test('is the first of its chain, on the package’s first period, with its event to be told', async () => {
    const { create, stored, periods, useCases, told, committed, organisationId } = await begin();
    const result = await create();
    if (!result.ok) throw new Error(result.failure);
    const { product, outbox } = await stored(result);
    expect(product).toMatchObject({
      subscriptionId: result.id,
      createdFrom: 'api',
      packageCode: 'basic',
      state: 'activated',
      version: 1,
      soldPeriod: { periodId: periods[0] },
    });
    expect([outbox.length, committed()]).toEqual([1, 1]);
    await useCases.drainOutbox(organisationId);
    expect(await told()).toEqual(['user_product_created']);
  });

  test('may name its period', async () => {
    const { create, stored, periods } = await begin();
    const [, limited = newId()] = periods;
    const result = await create({ subscriptionType: 'limited', periodId: limited });
    if (!result.ok) throw new Error(result.failure);
    expect((await stored(result)).product.soldPeriod.periodId).toBe(limited);
  });

  test('under an id that was chosen is made once', async () => {
    const { create, stored } = await begin();
    const id = newId<UserProductId>();
    expect(await create({ chosenId: id })).toMatchObject({ ok: true, id });
    expect(await create({ chosenId: id, provisionService: 'other' })).toMatchObject({
      ok: true,
      id,
    });
    expect((await stored({ id })).product.provisionService).toBe('tulo');
  });

  test.each([
    ['organisationId', newId()],
    ['accountId', newId()],
    ['packageCode', 'nothing'],
    ['periodId', newId()],
  ])('is not found where its %s is not', async (name, value) => {
    const { create, committed } = await begin();
    expect(await create({ [name]: value })).toEqual({ ok: false, failure: 'not_found' });
    expect(committed()).toBe(0);
  });

  test('is refused without a period of its type', async () => {
    const { create, periods } = await begin();
    const [recurring = newId()] = periods;
    expect(await create({ subscriptionType: 'limited', periodId: recurring })).toMatchObject(
      refused('no_payment_period'),
    );
    expect(
      await create({ packageCode: 'recurring only', subscriptionType: 'limited' }),
    ).toMatchObject(refused('no_payment_period'));
  });

  test.each(['2026-04-01', '2026-03-31'])(
    'is refused where it ends on %s, not after it begins on 1 April',
    async (day) => {
      const { create } = await begin();
      expect(await create({ validTo: at(`${day}T00:00:00+02:00`) })).toMatchObject(
        refused('valid_to_not_after_valid_from'),
      );
    },
  );

  test('is refused where its end has come and is ours to act at', async () => {
    const { create, time, stored } = await begin();
    const id = newId<UserProductId>();
    const validTo = at('2026-05-01T00:00:00+02:00');
    expect(await create({ chosenId: id })).toMatchObject({ ok: true, id });
    time.set(validTo);
    expect(await create()).toMatchObject(refused('valid_to_not_in_future'));
    expect(await create({ chosenId: newId() })).toMatchObject(refused('valid_to_not_in_future'));
    expect((await create({ provisionService: 'elsewhere' })).ok).toBe(true);
    // The call that was repeated had made it before its end.
    expect(await create({ chosenId: id })).toMatchObject({ ok: true, id });
    expect((await stored({ id })).product.version).toBe(1);
  });

  test('is one of ten thousand of its account at most, however many are created at once', async () => {
    const { create, stores, organisationId, accountId, time } = await begin();
    const asked = { most: 10_000, now: time.now() };
    for (let taken = 0; taken < 9_999; taken += 1) {
      await stores.productPlaces.take(organisationId, accountId, asked);
    }
    const ids = [newId(), newId(), newId()];
    const answers = await Promise.all(ids.map((chosenId) => create({ chosenId })));
    expect(answers.filter((it) => it.ok)).toHaveLength(1);
    expect(await create()).toMatchObject(refused('too_many_user_products'));
    const made = ids[answers.findIndex((it) => it.ok)] ?? null;
    expect(await create({ chosenId: made })).toMatchObject({ ok: true, id: made });
  });
});
