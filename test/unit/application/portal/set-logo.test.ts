import { expect, test } from '@jest/globals';
import { makeSetLogo } from '../../../../src/application/portal/set-logo.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { defaultPageSettings } from '../../../../src/domain/portal/portal-settings.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { newId, seedOrganisation } from '../../../support/organisation.js';

const logo = { type: 'image/png', base64: 'iVBORw0KGgo=' } as const;

test('A logo is put on the pages of an organisation, and the rest of its brand stays', async () => {
  const { organisations, ...stores } = openMemoryStores();
  const { organisation } = await seedOrganisation({ organisations, ...stores });
  const organisationId = organisation.id;
  const brand = { ...defaultPageSettings.brand, name: 'Mine' };
  await organisations.save({ ...organisation, pages: { brand } });
  expect(await makeSetLogo({ organisations })({ organisationId, logo })).toEqual({ ok: true });
  expect(await organisations.readPages(organisationId)).toMatchObject({
    brand: { ...brand, logo },
  });
  const another = { ...defaultPageSettings, brand };
  const late = { ...organisations, readPages: () => Promise.resolve(another) };
  const moved = await makeSetLogo({ organisations: late })({ organisationId, logo });
  expect(moved).toEqual({ ok: false, failure: 'settings_moved' });
});

test('There is none of an organisation that is not there', async () => {
  const { organisations } = openMemoryStores();
  const organisationId = newId<OrganisationId>();
  expect(await makeSetLogo({ organisations })({ organisationId, logo })).toEqual({
    ok: false,
    failure: 'unknown_organisation',
  });
});
