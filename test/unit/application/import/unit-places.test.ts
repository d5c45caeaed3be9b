import { describe, expect, test } from '@jest/globals';
import { unitPlaces } from '../../../../src/application/import/unit-places.js';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { TierId } from '../../../../src/domain/ids.js';
import type { PendingChange } from '../../../../src/domain/user-product/change.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod } from '../../../support/domain/build-package.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic, importedRow, organisation } from './import-rows.js';

const pro = buildPackage({ number: 200, code: 'pro' });
const [basicTier, proTier] = [
  tierOf(basic, { number: 801 }),
  tierOf(pro, { number: 802, position: 2 }),
];
const groups = [groupOf({ number: 800, tiers: [basicTier, proTier] })];
const catalogue = makeCatalogue({ ...organisation, packages: [basic, pro], groups });
const perUnit = { ...paywayBilling, chargeModel: 'per_unit', maxQuantity: 5 } as const;
const flat = soldPeriodOf(firstPeriod(basic));

type Given = {
  readonly quantity?: number;
  readonly tierId?: TierId | null;
  readonly soldPeriod?: typeof flat;
  readonly pendingChange?: PendingChange | null;
};

function placesOf({ quantity = 1, tierId = null, soldPeriod = flat, pendingChange = null }: Given) {
  const resolved = {
    ...{ validFrom: at('2026-04-01T00:00:00Z'), validTo: at('2026-05-01T00:00:00Z') },
    ...{ anchor: null, cancelledAt: null, externalStartAt: null, paid: null },
    row: importedRow({ quantity, tierId }),
    ...{ package: basic, soldPeriod, pendingChange },
  };
  return unitPlaces(resolved, catalogue).map(({ member, problem }) => `${member}: ${problem}`);
}

const upgrade = (target: Partial<PendingChange['target']> = {}, edits = {}) => {
  const pending = buildPending(pro, { kind: 'upgrade', behaviour: 'group', ...edits });
  return { ...pending, target: { ...pending.target, tierId: proTier.id, ...target } };
};

describe('The quantity and the tier of a row', () => {
  test('may be one on none, and several on the tier of its package', () => {
    expect(placesOf({})).toEqual([]);
    const soldPeriod = { ...flat, billing: perUnit };
    expect(placesOf({ quantity: 5, soldPeriod, tierId: basicTier.id })).toEqual([]);
  });

  test('may be beyond what its period takes now', () => {
    expect(placesOf({ quantity: 7, soldPeriod: { ...flat, billing: perUnit } })).toEqual([]);
  });

  test('are faults where they are nothing of its own', () => {
    expect(placesOf({ quantity: 2 })).toEqual([
      'quantity: must be 1 where the period is a flat fee',
    ]);
    expect(placesOf({ tierId: proTier.id })).toEqual(['tier_id: is a tier of another package']);
    expect(placesOf({ tierId: idOf(899) })).toEqual([
      'tier_id: is no tier of this file or organisation',
    ]);
  });
});

describe('The quantity and the tier of a change that waits', () => {
  const tierId = basicTier.id;

  test('are those of its target', () => {
    expect(placesOf({ tierId, pendingChange: upgrade() })).toEqual([]);
    expect(placesOf({ tierId, pendingChange: upgrade({ quantity: 2 }) })).toEqual([
      'pending_change.quantity: must be 1 where the period is a flat fee',
    ]);
    const other = { tierId, packageId: pro.id };
    expect(placesOf({ tierId, pendingChange: upgrade(other, { kind: 'change' }) })).toEqual([
      'pending_change.tier_id: is a tier of another package',
    ]);
  });

  test('is within its tier a change, and else none', () => {
    const within = { tierId, packageId: basic.id, period: { ...flat, periodId: idOf<never>(109) } };
    const words = 'pending_change.kind: must be change where the tier stays, and only there';
    expect(placesOf({ tierId, pendingChange: upgrade(within, { kind: 'change' }) })).toEqual([]);
    expect(placesOf({ tierId, pendingChange: upgrade(within) })).toEqual([words]);
    expect(placesOf({ tierId, pendingChange: upgrade({}, { kind: 'change' }) })).toEqual([words]);
  });

  test('may be up only where there is a tier', () => {
    const pendingChange = buildPending(pro, { kind: 'upgrade' });
    expect(placesOf({ pendingChange })).toEqual([
      'pending_change.kind: can only be where there is a tier_id',
    ]);
    expect(placesOf({ pendingChange: buildPending(pro) })).toEqual([]);
  });
});
