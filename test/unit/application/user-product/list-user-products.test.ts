import { describe, expect, test } from '@jest/globals';
import { makeListUserProducts } from '../../../../src/application/user-product/list-user-products.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

describe('The user products of an account', () => {
  test('are told as they are, with the organisation’s zone', async () => {
    const { useCases, subscribe, organisationId } = await startInMemory();
    const product = await subscribe();
    const { accountId } = product;
    expect(await useCases.listUserProducts({ organisationId, accountId })).toEqual({
      userProducts: [product],
      timeZone: 'Europe/Stockholm',
    });
  });

  test('are unknown where the account is', async () => {
    const list = makeListUserProducts({ readAccountRows: () => Promise.resolve(null) });
    expect(await list({ organisationId: newId(), accountId: newId() })).toBeNull();
  });
});
