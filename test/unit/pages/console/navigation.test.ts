import { expect, test } from '@jest/globals';
import { navigationOf } from '../../../../src/pages/console/navigation.js';
import { organisationIn } from '../../../../src/pages/console/paths.js';
import { newId } from '../../../support/stored/ids.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';

test('Each entry of the navigation leads to a page of its own, of that organisation', () => {
  const id: OrganisationId = newId();
  const hrefs = navigationOf(id).flatMap(({ entries }) => entries.map(({ href }) => href));
  expect(new Set(hrefs).size).toBe(hrefs.length);
  expect(hrefs.map(organisationIn)).toEqual(hrefs.map(() => id));
});
