import { expect, test } from '@jest/globals';
import { makeEditPageSettings } from '../../../../src/application/portal/edit-page-settings.js';
import { defaultPageSettings } from '../../../../src/domain/portal/portal-settings.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { seedOrganisation } from '../../../support/organisation.js';

test('What pages say is edited by the rules, and only where it is as it was seen', async () => {
  const stores = openMemoryStores();
  const { organisation } = await seedOrganisation(stores);
  const edit = makeEditPageSettings(stores);
  const organisationId = organisation.id;
  const { brand } = defaultPageSettings;
  const next = { brand: { ...brand, name: 'Mine' } };
  expect(await edit({ organisationId, seen: { brand }, next })).toEqual({ ok: true });
  const again = await edit({ organisationId, seen: { brand }, next: { brand } });
  expect(again).toEqual({ ok: false, failure: 'settings_moved' });
  const faulty = { brand: { ...brand, accent: 'red' } };
  expect(await edit({ organisationId, seen: next, next: faulty })).toEqual({
    ...{ ok: false, failure: 'settings_faulty' },
    faults: [{ field: 'accent', fault: 'no_colour' }],
  });
  expect(await stores.organisations.readPages(organisationId)).toMatchObject(next);
});
