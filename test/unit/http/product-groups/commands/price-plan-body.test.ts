import { expect, test } from '@jest/globals';
import { readBody } from '../../../../../src/http/core/body/read-body.js';
import {
  createPricePlanBody,
  toNewPeriod,
  toPeriodEdits,
  updatePricePlanBody,
} from '../../../../../src/http/product-groups/commands/price-plan-body.js';
import { idOf } from '../../../../support/domain/id-of.js';

const body = {
  internalName: 'Seats monthly',
  type: 'per_unit',
  billingInterval: '1M',
  currencyCode: 'EUR',
  price: { amount: 400 },
  product: `/products/${idOf(1)}`,
  maxQuantity: 50,
};

function valueOf<Value>(read: { readonly value: Value } | { readonly faults: unknown }): Value {
  if (!('value' in read)) throw new Error(JSON.stringify(read.faults));
  return read.value;
}

test('a new plan is active, and charged as it says', () => {
  expect(toNewPeriod(valueOf(readBody(createPricePlanBody, body)))).toMatchObject({
    packageId: idOf(1),
    name: 'Seats monthly',
    enabled: true,
    interval: { unit: 'month', length: 1 },
    price: { amountMinor: 400, currency: 'EUR' },
    billing: { chargeModel: 'per_unit', maxQuantity: 50 },
  });
  const archived = valueOf(readBody(createPricePlanBody, { ...body, status: 'archived' }));
  expect(toNewPeriod(archived).enabled).toBe(false);
});

test('an edit says nothing of what is left out', () => {
  const { billing, ...rest } = toPeriodEdits(valueOf(readBody(updatePricePlanBody, {})));
  expect([...Object.values(billing), ...Object.values(rest)].every((it) => it === undefined)).toBe(
    true,
  );
  const archiving = toPeriodEdits(valueOf(readBody(updatePricePlanBody, { status: 'archived' })));
  expect(archiving.enabled).toBe(false);
});

test('an edit takes what an answer prints', () => {
  const printed = {
    ...body,
    id: idOf(2),
    status: 'active',
    product: { id: idOf(1), name: 'Seats' },
    inUse: true,
    version: 3,
    createdAt: 'x',
    updatedAt: 'x',
  };
  expect(toPeriodEdits(valueOf(readBody(updatePricePlanBody, printed)))).toMatchObject({
    packageId: idOf(1),
    enabled: true,
    amountMinor: 400,
  });
});
