import { expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { namedTargetOf } from '../../../../src/domain/change/named-target.js';
import type { TierId } from '../../../../src/domain/ids.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';

const perUnit = { ...paywayBilling, chargeModel: 'per_unit' } as const;

test.each([
  ['a flat fee', paywayBilling, false],
  ['units whose number may be chosen', { ...perUnit, quantityEditable: true }, true],
  ['units whose number may not be chosen', perUnit, false],
])('The names of a frozen target tell whether a quantity counts: of %s', (_, billing, counts) => {
  const pack = buildPackage({ number: 200, periods: [buildPeriod({ number: 201, billing })] });
  const { target } = buildPending(pack);
  expect(namedTargetOf({ ...target, quantity: 3, tierId: idOf<TierId>(7_002) })).toEqual({
    packageCode: 'package_200',
    periodId: idOf(201),
    quantity: 3,
    tierId: idOf(7_002),
    takesQuantity: counts,
  });
});
