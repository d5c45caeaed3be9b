import { describe, expect, test } from '@jest/globals';
import { makeCreateAccount } from '../../../../src/application/account/create-account.js';
import type { AccountId, OrganisationId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId } from '../../../support/stored/ids.js';

const noon = at('2026-11-01T12:00:00Z');
const stores = openMemoryStores();
const create = makeCreateAccount({ ...stores, clock: { now: () => noon } });
const organisationId = newId<OrganisationId>();

describe('An account that is made', () => {
  test('has the number that is given, or none, and an id of its own', async () => {
    const made = await create({ organisationId, chosenId: null, customerNumber: 'K-1' });
    expect(made).toMatchObject({ customerNumber: 'K-1', version: 1, createdAt: noon });
    expect(await stores.accounts.find(organisationId, made.id)).toEqual(made);
    const bare = await create({ organisationId, chosenId: null, customerNumber: null });
    expect(bare.customerNumber).toBeNull();
    expect(bare.id).not.toBe(made.id);
  });

  test('is made once under an id that is chosen, and answered as it stands by then', async () => {
    const chosenId = newId<AccountId>();
    await create({ organisationId, chosenId, customerNumber: '17' });
    await stores.accounts.setCustomerNumber(organisationId, chosenId, '18');
    expect(await create({ organisationId, chosenId, customerNumber: '17' })).toMatchObject({
      id: chosenId,
      customerNumber: '18',
      version: 2,
    });
  });

  test('is none where its id is somebody else’s', async () => {
    const { id } = await create({ organisationId, chosenId: null, customerNumber: null });
    const elsewhere = create({ organisationId: newId(), chosenId: id, customerNumber: null });
    await expect(elsewhere).rejects.toThrow('an account that was just there is gone');
  });
});
