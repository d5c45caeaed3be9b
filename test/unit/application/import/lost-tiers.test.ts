import { expect, test } from '@jest/globals';
import { lostTiers } from '../../../../src/application/import/lost-tiers.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { basic } from './import-rows.js';

const pro = buildPackage({ number: 400, code: 'pro' });
const tier = tierOf(basic, { number: 801 });
const standing = groupOf({ number: 800, tiers: [tier] });

test('A tier is lost where its group has it no more, or on another package', () => {
  expect(lostTiers(standing, standing)).toEqual([]);
  expect(lostTiers(standing, { tiers: [] })).toEqual([tier.id]);
  expect(lostTiers(standing, { tiers: [{ ...tier, packageId: pro.id }] })).toEqual([tier.id]);
});
