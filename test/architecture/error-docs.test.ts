import { describe, expect, test } from '@jest/globals';
import { makeErrorsPage } from '../../src/http/docs/errors-page.js';
import { errorCodes } from '../../src/http/payway/problems/error-codes.js';
import { failureCodes } from '../../src/http/product-groups/problems/failure-codes.js';
import { textOf, typeScriptBelow } from './source-files.js';

const folder = 'src/http/payway/problems';
const tables = ['error-codes', 'change-refusals', 'write-refusals'].map(
  (it) => `${folder}/${it}.ts`,
);

describe('docs/errors.md', () => {
  test('is what the table of codes says: npm run docs:errors', () => {
    expect(textOf('docs/errors.md')).toBe(makeErrorsPage());
  });

  test('names every code of the table', () => {
    const named = [...textOf('docs/errors.md').matchAll(/^\|[^`\n]*`([a-z_]+)` +\|/gm)];
    const codes = named.map(([, code]) => code);
    const all = [...Object.keys(errorCodes), ...Object.keys(failureCodes)];
    expect(all.filter((it) => !codes.includes(it))).toEqual([]);
  });
});

test('every code of the table can happen: the edge says it, or a rule or a use case gives it', () => {
  const edge = typeScriptBelow('src/http').filter(
    (it) => !tables.includes(it) && !it.startsWith('src/http/docs/'),
  );
  const reasons = [
    'src/domain/change/payway/payway-refusal.ts',
    'src/domain/user-product/refusal.ts',
    'src/application/erasure/erase-account.ts',
    'src/domain/change/undo-change.ts',
  ];
  const said = edge.flatMap((it) => [
    ...textOf(it).matchAll(/(?:code: |(?:always|retryAfter|refusedBy)\(\s*)'([a-z_]+)'/g),
  ]);
  const given = reasons.flatMap((it) => [...textOf(it).matchAll(/\| '([a-z_]+)'/g)]);
  const failing = typeScriptBelow('src/application').flatMap((it) => [
    ...textOf(it).matchAll(/failure: '([a-z_]+)'/g),
  ]);
  const codes = new Set([...said, ...given, ...failing].map(([, code]) => code));
  expect(Object.keys(errorCodes).filter((it) => !codes.has(it))).toEqual([]);
});
