import { describe, expect, test } from '@jest/globals';
import { toClientId } from '../../../../src/domain/ids.js';
import { beginGroupLife } from '../../../support/group-life.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';

const april = { validFrom: '2027-04-01T00:00:00+02:00', validTo: '2027-05-01T00:00:00+02:00' };
const begin = () =>
  beginGroupLife(openMemoryStores(), {
    ...{ ...april, on: 'basic' },
    tiers: [
      { code: 'basic', price: 1_000 },
      { code: 'pro', price: 3_000 },
    ],
  });

describe('A change within a product group', () => {
  test('is carried out once, however often it is asked for, and answered with the successor', async () => {
    const life = await begin();
    const item = await life.current();
    const { organisationId, accountId, id: userProductId } = item;
    const command = {
      ...{ organisationId, accountId, userProductId },
      named: { tierId: life.tierOf('pro').id, periodId: null, quantity: null },
      requestedBy: toClientId('test'),
    };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => life.useCases.applyTier(command)),
    );
    const { id } = await life.current();
    for (const answer of answers) expect(answer).toMatchObject({ ok: true, id });
    expect((await life.all()).map((it) => it.packageCode)).toEqual(['basic', 'pro']);
    expect(await life.broken()).toEqual([]);
  });

  test('finds the user product without its account, and none of another account or organisation', async () => {
    const life = await begin();
    const { organisationId, id: userProductId } = await life.current();
    const named = { tierId: life.tierOf('pro').id, periodId: null, quantity: null };
    const command = { organisationId, userProductId, named, requestedBy: toClientId('test') };
    for (const other of [
      { ...command, accountId: newId() },
      { ...command, accountId: null, organisationId: newId() },
    ]) {
      expect(await life.useCases.applyTier(other as never)).toMatchObject({ failure: 'not_found' });
    }
    const unknown = { ...command, accountId: null, named: { ...named, tierId: newId() } };
    expect(await life.useCases.applyTier(unknown as never)).toMatchObject({
      failure: 'target_not_found',
    });
    expect(await life.useCases.applyTier({ ...command, accountId: null })).toMatchObject({
      ok: true,
    });
  });
});
