import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import { rankOf } from '../../../../src/domain/catalogue/rank-of.js';
import { utc } from '../../../support/domain/at.js';
import { buildPackage, sek } from '../../../support/domain/build-package.js';

const base = buildPackage({ number: 100, rank: 7 });
const campaign = buildPackage({
  number: 200,
  kind: 'campaign',
  rank: 99,
  basePackageCode: base.code,
});
const rankAmong = (pack: Package, packages: readonly Package[]) =>
  rankOf(pack, makeCatalogue({ timeZone: utc, currency: sek, packages }));

describe('the rank of a package', () => {
  test('is its own', () => {
    expect(rankAmong(base, [base])).toBe(7);
    expect(rankAmong({ ...base, rank: 'unranked' }, [base])).toBe('unranked');
  });

  test('of a campaign is its base package’s', () => {
    expect(rankAmong(campaign, [base, campaign])).toBe(7);
  });

  test('of a campaign whose base is gone, none or a campaign is none', () => {
    expect(rankAmong(campaign, [campaign])).toBe('unranked');
    expect(rankAmong({ ...campaign, basePackageCode: null }, [base])).toBe('unranked');
    const second = { ...campaign, basePackageCode: campaign.code };
    expect(rankAmong(second, [base, campaign])).toBe('unranked');
  });
});
