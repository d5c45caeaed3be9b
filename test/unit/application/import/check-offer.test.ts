import { describe, expect, test } from '@jest/globals';
import { checkOffer, mayPackagesFollow } from '../../../../src/application/import/check-offer.js';
import { defaultPortalSettings } from '../../../../src/domain/portal/portal-settings.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { importFile, organisation } from './import-rows.js';

const offering = (offer: readonly string[]) =>
  importFile({
    path: 'organisations[1].',
    organisation: { ...organisation, pages: { portal: { ...defaultPortalSettings, offer } } },
  });

describe('What a portal offers', () => {
  const state = { packages: [buildPackage({ number: 2, code: 'digital' })] };

  test('is in the file, or there already', () => {
    expect(checkOffer(offering(['basic', 'digital']), state)).toEqual([]);
    expect(checkOffer(importFile(), state)).toEqual([]);
  });

  test('is told by its place where it is neither', () => {
    expect(checkOffer(offering(['basic', 'nothing']), state)).toEqual([
      {
        path: 'organisations[1].organisation.portal.offer[1]',
        problem: 'no package has this code',
      },
    ]);
  });

  test('may still follow behind rows that stand before packages', () => {
    const none = { accounts: [], userProducts: [] };
    expect(mayPackagesFollow(importFile(none))).toBe(true);
    expect(mayPackagesFollow(importFile({ userProducts: [] }))).toBe(false);
  });
});
