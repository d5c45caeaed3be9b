import { expect, test } from '@jest/globals';
import type { PathFaultCode } from '../../../../src/application/catalogue/path-fault.js';
import {
  movedResource,
  unknownResource,
} from '../../../../src/application/catalogue/refused-write.js';
import { failed } from '../../../../src/http/core/failure.js';
import { refusedEdit } from '../../../../src/http/product-groups/answer-edit.js';

const words = { tiers: 'memberships', periodIds: 'pricePlans', chargeModel: 'type' };
const invalid = (path: readonly (string | number)[], code: PathFaultCode) =>
  refusedEdit({ ok: false, failure: 'invalid', faults: [{ path, code }] }, words);

test.each([
  {
    path: ['tiers', 1, 'periodIds', 0],
    code: 'not_found',
    told: 'memberships[1].pricePlans[0]',
    as: 'not_found',
  },
  { path: ['tiers', 0, 'id'], code: 'not_found', told: 'memberships[0].id', as: 'not_found' },
  { path: ['billing', 'chargeModel'], code: 'conflict', told: 'type', as: 'conflict' },
  { path: ['billing', 'maxQuantity'], code: 'range', told: 'maxQuantity', as: 'range' },
  { path: ['name'], code: 'duplicate', told: 'name', as: 'duplicate' },
  { path: ['product'], code: 'invalid', told: 'product', as: 'invalid' },
] as const)('$code at $path is a violation of $told', ({ path, code, told, as }) => {
  expect(invalid(path, code)).toMatchObject({
    status: 422,
    body: { violations: [{ propertyPath: told, code: as }] },
  });
});

test('what is out of bounds is told with them, where there are such', () => {
  const told = (bounds: { minimum?: number } = {}) => {
    const fault = { path: ['billing', 'maxQuantity'], code: 'range', bounds } as const;
    return refusedEdit({ ok: false, failure: 'invalid', faults: [fault] }, words);
  };
  const saying = (message: string) => ({ body: { violations: [{ message }] } });
  expect(told({ minimum: 5 })).toMatchObject(saying('This value should be at least 5.'));
  expect(told()).toMatchObject(saying('This value should be within its range.'));
});

test('what is not there is 404, what has moved 412', () => {
  expect(refusedEdit(unknownResource, words)).toMatchObject({ status: 404, code: 'not_found' });
  expect(refusedEdit(movedResource, words)).toEqual(failed('version_mismatch'));
});

test('invalid without a fault is a mistake of ours', () => {
  const result = { ok: false, failure: 'invalid', faults: [] } as const;
  expect(() => refusedEdit(result, words)).toThrow(TypeError);
});
