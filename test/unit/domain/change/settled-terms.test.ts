import { expect, test } from '@jest/globals';
import { settledTerms } from '../../../../src/domain/change/settled-terms.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { basic, digital } from '../../../support/domain/ladder.js';
import { orderOfChange } from './change-orders.js';

test('A change is settled at what its decision says, but for what it was decided by', () => {
  const { decision } = orderOfChange(buildUserProduct(basic), digital);
  const { kind, rule, effectiveAt, amounts, next } = decision;
  const { validTo, renewedAtOnce } = next;
  expect(settledTerms(decision)).toEqual({
    ...{ kind, rule, effectiveAt, amounts, validTo, renewedAtOnce },
  });
});
