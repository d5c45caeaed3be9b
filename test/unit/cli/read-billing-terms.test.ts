import { describe, expect, test } from '@jest/globals';
import { paywayBilling } from '../../../src/domain/catalogue/billing-terms.js';
import { fileDraft } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

const place = 'packages.0.periods.0';
const period = fileDraft.at(place) as object;
const { id: _id, enabled: _enabled, ...terms } = period as Record<string, unknown>;
const withTerms = (edits: object) =>
  fileDraft
    .with(place, { ...period, ...edits })
    .with('user_products.0.period_snapshot', { ...terms, ...edits })
    .with('user_products.0.pending_change', {
      ...{ kind: 'downgrade', package_code: 'offer', period_id: fileDraft.at(`${place}.id`) },
      period_snapshot: { ...terms, ...edits },
    })
    .text();

const chargedAs = (edits: object) => {
  const { packages, userProducts } = parsed(withTerms(edits));
  const read = [
    packages[0]?.package.periods[0],
    userProducts[0]?.periodSnapshot,
    userProducts[0]?.pendingChange?.periodSnapshot,
  ];
  return read.map((it) => it && { name: it.name, billing: it.billing });
};
const everywhere = (name: string | null, billing: object) =>
  Array.from({ length: 3 }, () => ({ name, billing: { ...paywayBilling, ...billing } }));

describe('How a payment period of a document is charged', () => {
  test('is as Payway’s are, where it says nothing', () => {
    expect(chargedAs({})).toEqual(everywhere(null, {}));
  });

  test('is what it says, in the catalogue and in what was sold', () => {
    const said = {
      ...{ charge_model: 'per_unit', pay_in_advance: false, pro_rata: false },
      ...{ quantity_editable: false, min_quantity: 2, max_quantity: 50, name: 'Seats monthly' },
    };
    expect(chargedAs(said)).toEqual(
      everywhere('Seats monthly', {
        ...{ chargeModel: 'per_unit', payInAdvance: false, proRata: false },
        ...{ quantityEditable: false, minQuantity: 2, maxQuantity: 50 },
      }),
    );
  });

  test('by units is for a quantity that may be edited, unless it says otherwise', () => {
    expect(chargedAs({ charge_model: 'per_unit' })).toEqual(
      everywhere(null, { chargeModel: 'per_unit', quantityEditable: true }),
    );
  });

  test.each([
    [{ charge_model: 'tiered' }, 'charge_model', 'must be one of flat_fee, per_unit'],
    [{ pay_in_advance: 'yes' }, 'pay_in_advance', 'must be true or false'],
    [{ pro_rata: null }, 'pro_rata', 'must be true or false'],
    [{ min_quantity: 0 }, 'min_quantity', 'must be at least 1'],
    [{ min_quantity: 1_000_001 }, 'min_quantity', 'must be at most 1000000'],
    [{ max_quantity: 1_000_001 }, 'max_quantity', 'must be at most 1000000'],
    [{ min_quantity: 3, max_quantity: 2 }, 'max_quantity', 'must be at least min_quantity'],
    [{ name: 'ab' }, 'name', 'must be at least 3 characters long'],
    [{ name: 'a'.repeat(256) }, 'name', 'must be at most 255 characters long'],
  ])('is told where it is wrong: %j', (edits, member, problem) => {
    expect(faultsOf(withTerms(edits))).toEqual(
      ['packages[0].periods[0]', 'user_products[0].period_snapshot']
        .concat('user_products[0].pending_change.period_snapshot')
        .map((it) => `${it}.${member}: ${problem}`),
    );
  });

  test('by units may cost so much a unit that a million of it is still exact', () => {
    const perUnit = (price: string) => withTerms({ charge_model: 'per_unit', price });
    expect(faultsOf(perUnit('90071992.54'))).toEqual([]);
    expect(faultsOf(perUnit('90071992.55'))).toEqual(
      ['packages[0].periods[0]', 'user_products[0].period_snapshot']
        .concat('user_products[0].pending_change.period_snapshot')
        .map((it) => `${it}.price: must be at most 90071992.54 a unit`),
    );
    expect(faultsOf(withTerms({ price: '90071992.55' }))).toEqual([]);
  });
});
