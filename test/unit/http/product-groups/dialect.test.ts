import { expect, test } from '@jest/globals';
import type { EndpointDescription } from '../../../../src/http/core/endpoint.js';
import { productGroupsDialect } from '../../../../src/http/product-groups/dialect.js';
import { describedProductGroups } from '../../../support/api-document.js';

test('every address of an endpoint is below one of its roots', () => {
  for (const { path } of describedProductGroups) {
    expect(productGroupsDialect.roots).toContain(path.split('/')[1]);
  }
});

test('nothing is kept in a user product in words that nobody has chosen', () => {
  const keep = () => productGroupsDialect.keptAnswer('a' as never, {} as EndpointDescription);
  expect(keep).toThrow(TypeError);
});
