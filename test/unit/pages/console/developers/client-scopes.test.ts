import { expect, test } from '@jest/globals';
import { paywayDocumentation } from '../../../../../src/http/payway/documentation.js';
import { productGroupsDocumentation } from '../../../../../src/http/product-groups/documentation.js';
import { clientScopes } from '../../../../../src/pages/console/developers/client-scopes.js';

test('A client may be given every scope of the API but what tokens of customers hold', () => {
  const all = [
    ...Object.keys(paywayDocumentation.scopes),
    ...Object.keys(productGroupsDocumentation.scopes),
  ];
  const given = clientScopes.map(({ scope }): string => scope);
  expect(given.toSorted()).toEqual(all.filter((it) => !it.startsWith('/external/me/')).toSorted());
});
