import { describe, expect, test } from '@jest/globals';
import {
  type Referable,
  readReference,
  referencePart,
  referencePattern,
} from '../../../../src/http/product-groups/references.js';
import { readPart } from '../core/body/read-part.js';

const id = '56e1741a6fc9365306000101';

/** docs/spec/product-groups-api.md §1. */
const iris: readonly [Referable, string][] = [
  ['product', `/products/${id}`],
  ['product', `/catalogue/products/${id}`],
  ['product', `https://api.example.com:8443/catalogue/products/${id}`],
  ['product', `http://localhost/products/${id.toUpperCase()}`],
  ['pricePlan', `/plans/${id}`],
  ['pricePlan', `/price-plans/${id}`],
  ['subscriptionItem', `/subscription-items/${id}`],
  ['subscription', `/subscriptions/${id}`],
  ['membership', `/product-group-memberships/${id}`],
  ['customer', `/customers/${id}`],
];

describe('a reference', () => {
  test.each(iris)('to a %s may be %s', (sort, iri) => {
    expect(readPart(referencePart(sort), iri)).toEqual({ value: id });
    expect(readReference(sort, iri)).toBe(id);
    expect(referencePattern(sort).test(iri)).toBe(true);
  });

  test.each([
    id,
    id.toUpperCase(),
    { id },
    { id: `/products/${id}`, name: 'Starter' },
    JSON.parse(`{"__proto__":{},"id":"${id}"}`) as object,
  ])('may be %j', (sent) => {
    expect(readPart(referencePart('product'), sent)).toEqual({ value: id });
  });

  test.each([
    'starter-uuid',
    '{itemId}',
    `/price-plans/${id}`,
    `/products/${id}/`,
    `/products/${id}?x=1`,
    `//host/products/${id}`,
    `ftp://host/products/${id}`,
    `products/${id}`,
    `${id}\n`,
    ` ${id}`,
    `${id}0`,
    5,
    true,
    null,
    [],
    [id],
    {},
    { id: null },
    { id: { id } },
    { $gt: '' },
    JSON.parse(`{"__proto__":{"id":"${id}"}}`) as object,
    'x'.repeat(90_000),
  ])('is not %j', (sent) => {
    expect(readPart(referencePart('product'), sent)).toEqual(['it malformed']);
  });

  test('that is empty is blank', () => {
    expect(readPart(referencePart('product'), '')).toEqual(['it blank']);
  });
});
