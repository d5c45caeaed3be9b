import { describe, expect, test } from '@jest/globals';
import { makeRemoveOrganisations } from '../../../../src/application/import/remove-organisations.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { seedOrganisation } from '../../../support/organisation.js';
import { newId } from '../../../support/stored/ids.js';

function begin() {
  const stores = openMemoryStores();
  const idOfNew = async (live: boolean) =>
    (await seedOrganisation(stores, { live })).organisation.id;
  return { stores, idOfNew, remove: makeRemoveOrganisations(stores) };
}

describe('Removing organisations', () => {
  test('takes all of theirs out; one that is not there counts as none', async () => {
    const { stores, idOfNew, remove } = begin();
    const [demo, kept] = [await idOfNew(false), await idOfNew(false)];
    // Five packages and itself.
    expect(await remove([demo, newId<OrganisationId>()])).toEqual({ ok: true, documents: 6 });
    expect((await stores.organisations.list()).map((it) => it.id)).toEqual([kept]);
  });

  test('removes none where one is live', async () => {
    const { stores, idOfNew, remove } = begin();
    const [demo, live] = [await idOfNew(false), await idOfNew(true)];
    expect(await remove([demo, live])).toEqual({
      ...{ ok: false, failure: 'organisation_is_live', organisationId: live },
    });
    expect(await stores.organisations.list()).toHaveLength(2);
  });
});
