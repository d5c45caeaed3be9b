import { expect, test } from '@jest/globals';
import type { EndpointDescription } from '../../../../../src/http/core/endpoint.js';
import {
  productGroupsCodesOf,
  productGroupsFailures,
} from '../../../../../src/http/product-groups/problems/failures-documented.js';

const reading: EndpointDescription = {
  name: 'readThing',
  summary: '',
  description: '',
  tag: '',
  method: 'get',
  path: '/things/{id}',
  scope: 'thing:read',
  answer: { status: 200, schema: null },
  refusals: ['tier_in_use'],
};

test.each([
  { what: 'a body', given: { body: [] }, code: 'validation_failed' },
  { what: 'a key', given: { keeps: 'in_record' }, code: 'idempotency_key_in_use' },
  { what: 'a key of an item', given: { keeps: 'in_user_product' }, code: 'item_set_aside' },
] as const)('what may be wrong with $what is told only where there is one', ({ given, code }) => {
  expect(productGroupsCodesOf(reading)).not.toContain(code);
  expect(productGroupsCodesOf({ ...reading, ...given })).toContain(code);
});

test('what an endpoint alone refuses is among its codes, and a rule', () => {
  expect(productGroupsCodesOf(reading)).toContain('tier_in_use');
  expect(productGroupsFailures.isRule('tier_in_use')).toBe(true);
  expect(productGroupsFailures.isRule('not_found')).toBe(false);
});
