import { describe, expect, test } from '@jest/globals';
import {
  makeFindAccount,
  makeListAccounts,
} from '../../../../src/application/account/list-accounts.js';
import type { AccountId, OrganisationId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';

const [april, may] = [at('2026-04-01T00:00:00Z'), at('2026-05-01T00:00:00Z')];

describe('The accounts of an organisation', () => {
  test('are listed by age and found by id, in their organisation alone', async () => {
    const stores = openMemoryStores();
    const organisationId = newId<OrganisationId>();
    const [old, young] = [newId<AccountId>(), newId<AccountId>()];
    await stores.accounts.insertMany(organisationId, [{ id: young, customerNumber: null }], may);
    await stores.accounts.insertMany(organisationId, [{ id: old, customerNumber: '1' }], april);
    const list = makeListAccounts(stores);
    const query = { page: 1, limit: 1, direction: 'asc' } as const;
    const record = { id: old, customerNumber: '1', version: 1, createdAt: april };
    expect(await list({ organisationId, ...query })).toEqual({ items: [record], totalItems: 2 });
    expect((await list({ organisationId: newId(), ...query })).totalItems).toBe(0);
    const find = makeFindAccount(stores);
    expect(await find({ organisationId, accountId: old })).toEqual(record);
    expect(await find({ organisationId: newId(), accountId: old })).toBeNull();
  });
});
