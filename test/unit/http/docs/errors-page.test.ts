import { expect, test } from '@jest/globals';
import { makeErrorsPage } from '../../../../src/http/docs/errors-page.js';
import { errorCodes } from '../../../../src/http/payway/problems/error-codes.js';
import { failureCodes } from '../../../../src/http/product-groups/problems/failure-codes.js';

const page = makeErrorsPage();

/** The codes of that chapter's tables. */
function codesBelow(heading: string): ReadonlySet<string> {
  const [, chapter = ''] = page.split(`\n## ${heading}`);
  const [own = ''] = chapter.split('\n## ');
  return new Set([...own.matchAll(/^\|(?: \d+ +\|)? `(\w+)`/gm)].map(([, code = '']) => code));
}

test('the page has a chapter for each API, with a row for every code', () => {
  expect(codesBelow('The Payway API')).toEqual(new Set(Object.keys(errorCodes)));
  expect(codesBelow('The product groups API')).toEqual(new Set(Object.keys(failureCodes)));
});

test('the page has a row for each failure of the token endpoint', () => {
  expect(codesBelow('The token endpoint')).toEqual(
    new Set(['invalid_request', 'invalid_scope', 'unsupported_grant_type', 'invalid_client']),
  );
});

test('no heading is there twice', () => {
  const headings = page.split('\n').filter((it) => it.startsWith('#'));
  expect(new Set(headings).size).toBe(headings.length);
});
