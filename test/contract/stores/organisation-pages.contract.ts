import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { SavedOrganisation } from '../../../src/application/ports/organisation-store.js';
import {
  defaultPageSettings,
  type PageSettings,
} from '../../../src/domain/portal/portal-settings.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { stockholm } from '../../support/domain/at.js';
import { sek } from '../../support/domain/build-package.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';
import { fullPageSettings } from './write-page-access.js';

/** What use cases may rely on of how an organisation's pages are kept. */
export function organisationPagesContract(open: OpenStores): void {
  let stores: Stores;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stores, close } = await open());
  });
  afterAll(() => close());

  const anOrganisation = (): SavedOrganisation => ({
    ...{ id: newId(), name: 'A publisher', timeZone: stockholm, currency: sek },
    ...{ live: false, prorationGrain: 'day' },
  });
  const save = (it: SavedOrganisation) => stores.organisations.save(it);
  const read = ({ id }: SavedOrganisation) => stores.organisations.readPages(id);

  test('Pages are as by default where nothing was ever said', async () => {
    const organisation = anOrganisation();
    expect(await read(organisation)).toBeNull();
    await save(organisation);
    expect(await read(organisation)).toEqual(defaultPageSettings);
  });

  test('What is said of pages is kept part by part, apart from the organisation itself', async () => {
    const organisation = anOrganisation();
    await save(organisation);
    const { portal, brand } = fullPageSettings;
    expect(await save({ ...organisation, pages: { portal } })).toBe(true);
    expect(await read(organisation)).toEqual({ ...defaultPageSettings, portal });
    expect(await save({ ...organisation, pages: fullPageSettings })).toBe(true);
    expect(await save({ ...organisation, pages: fullPageSettings })).toBe(false);
    expect(await save(organisation)).toBe(false);
    expect(await read(organisation)).toEqual(fullPageSettings);
    const less = { pricesIncludeVat: null, brand: { ...brand, logo: null } };
    expect(await save({ ...organisation, pages: less })).toBe(true);
    expect(await read(organisation)).toEqual({ ...fullPageSettings, ...less });
    const found = await stores.organisations.find(organisation.id);
    expect(found).toEqual({ ...organisation, testClockAt: null });
    expect(await stores.organisations.list()).toContainEqual(found);
  });

  test('Pages are replaced where they are as they were seen, and not where somebody else was quicker', async () => {
    const organisation = anOrganisation();
    await save(organisation);
    const { id } = organisation;
    const { portal, brand, languages, pricesIncludeVat } = fullPageSettings;
    const replace = (seen: Partial<PageSettings>, next: Partial<PageSettings>) =>
      stores.organisations.replacePages(id, { seen, next });
    const first = { portal: defaultPageSettings.portal };
    expect(await replace({ portal }, { portal: { ...portal, offer: ['x'] } })).toBe(false);
    expect(await replace(first, { portal })).toBe(true);
    expect(await replace(first, { portal: { ...portal, offer: ['x'] } })).toBe(false);
    expect(await read(organisation)).toEqual({ ...defaultPageSettings, portal });
    const others = { brand, languages, pricesIncludeVat };
    expect(await replace(defaultPageSettings, others)).toBe(false);
    expect(await replace({ ...defaultPageSettings, portal }, others)).toBe(true);
    expect(await replace({ brand: { ...brand, logo: null } }, { brand })).toBe(false);
    const plain = { ...portal, support: null, returnUrls: [], offer: [] };
    expect(await replace(fullPageSettings, { portal: plain })).toBe(true);
    expect(await replace({ portal }, { portal })).toBe(false);
    expect(await replace({ portal: plain, languages }, { languages: ['sv'] })).toBe(true);
    expect(await read(organisation)).toEqual({
      ...fullPageSettings,
      portal: plain,
      languages: ['sv'],
    });
    expect(await stores.organisations.replacePages(newId(), { seen: {}, next: others })).toBe(
      false,
    );
  });

  test('An organisation may say it when it is made', async () => {
    const organisation = anOrganisation();
    await save({ ...organisation, pages: fullPageSettings });
    expect(await read(organisation)).toEqual(fullPageSettings);
  });
}
