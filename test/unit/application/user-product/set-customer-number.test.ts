import { describe, expect, test } from '@jest/globals';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

describe('The customer number of an account', () => {
  test('is what was said last, within the organisation', async () => {
    const { useCases, subscribe, organisationId, stores } = await startInMemory();
    const { accountId } = await subscribe();
    const set = (customerNumber: string, of: object = {}) =>
      useCases.setCustomerNumber({ organisationId, accountId, customerNumber, ...of });
    expect(await set('17')).toBe(true);
    expect(await set('18')).toBe(true);
    expect(await set('19', { organisationId: newId() })).toBe(false);
    expect(await set('19', { accountId: newId() })).toBe(false);
    expect(await stores.accountWalk.page(organisationId, { after: null, limit: 9 })).toEqual([
      { id: accountId, customerNumber: '18' },
    ]);
  });
});
