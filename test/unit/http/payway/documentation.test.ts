import { expect, test } from '@jest/globals';
import { paywayDocumentation } from '../../../../src/http/payway/documentation.js';
import {
  makePortalSessionEndpoints,
  type PortalSessionsDeps,
} from '../../../../src/http/payway/endpoints/portal-sessions.js';
import { makePaywayEndpoints, type PaywayDeps } from '../../../../src/http/payway/endpoints.js';

const endpoints = [
  ...makePaywayEndpoints({} as PaywayDeps),
  ...makePortalSessionEndpoints({} as PortalSessionsDeps),
];
const { tags, scopes } = paywayDocumentation;

test('every tag and every scope of an endpoint has a sentence, and no other has one', () => {
  expect(new Set(endpoints.map((it) => it.tag))).toEqual(new Set(Object.keys(tags)));
  expect(new Set(endpoints.map((it) => it.scope))).toEqual(new Set(Object.keys(scopes)));
  for (const sentence of [...Object.values(tags), ...Object.values(scopes)]) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});

test.each(endpoints)('$name has a summary of a few words and a description in sentences', (it) => {
  expect(it.summary).toMatch(/^[A-Z][^.]{3,60}$/);
  expect(it.description).toMatch(/^[A-Z][^]*\.$/);
});
