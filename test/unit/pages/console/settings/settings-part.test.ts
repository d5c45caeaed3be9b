import { expect, test } from '@jest/globals';
import { defaultPageSettings } from '../../../../../src/domain/portal/portal-settings.js';
import {
  brandIn,
  brandValues,
  portalIn,
  portalValues,
  seenOf,
} from '../../../../../src/pages/console/settings/settings-part.js';
import { fullPageSettings } from '../../../../contract/stores/write-page-access.js';

test.each([
  ['by default', defaultPageSettings],
  ['in full', fullPageSettings],
])('Settings %s are what a form makes of them and gives back', (_how, settings) => {
  const { brand, ...part } = settings;
  expect(portalIn(portalValues(part))).toEqual(part);
  expect(brandIn(brandValues({ brand }), { brand })).toEqual({ brand });
  expect(seenOf(part)).toBe(seenOf({ ...part }));
  expect(seenOf(part)).not.toBe(seenOf({ ...part, languages: ['de', 'sv'] }));
});
