import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { makeApiDocument } from '../../dist/http/docs/api-document.js';
import { paywayDocumentation } from '../../dist/http/payway/documentation.js';
import { makePaywayEndpoints } from '../../dist/http/payway/endpoints.js';
import { makePortalSessionEndpoints } from '../../dist/http/payway/endpoints/portal-sessions.js';
import { productGroupsDocumentation } from '../../dist/http/product-groups/documentation.js';
import { makeProductGroupsEndpoints } from '../../dist/http/product-groups/endpoints.js';

// `npm run client:types`: the client's types from what the gateway serves at /openapi.json. A test compares the two.
const document = makeApiDocument({
  apis: [
    {
      documentation: paywayDocumentation,
      endpoints: [...makePaywayEndpoints({}), ...makePortalSessionEndpoints({})],
    },
    { documentation: productGroupsDocumentation, endpoints: makeProductGroupsEndpoints({}) },
  ],
  publicBaseUrl: 'https://gateway.test',
  version: '0.0.0',
});
const types = astToString(await openapiTS(document));
const note = '// Generated from the API document by `npm run client:types`. Not to be edited.\n';
const text = await format(note + types, {
  parser: 'typescript',
  singleQuote: true,
  printWidth: 100,
});
writeFileSync(new URL('../../packages/client/src/schema.ts', import.meta.url), text);
