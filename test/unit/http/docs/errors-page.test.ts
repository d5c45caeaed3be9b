import { expect, test } from '@jest/globals';
import { errorCodes } from '../../../../src/http/payway/problems/error-codes.js';
import { makeErrorsPage } from '../../../../src/http/docs/errors-page.js';

const lines = makeErrorsPage().split('\n');

test('the page has a row for every code, and one for each failure of the token endpoint', () => {
  const codes = lines.flatMap((it) =>
    [...it.matchAll(/^\|(?: \d+ +\|)? `(\w+)`/g)].map(([, code]) => code),
  );
  expect(new Set(codes)).toEqual(
    new Set([
      ...Object.keys(errorCodes),
      'invalid_request',
      'invalid_scope',
      'unsupported_grant_type',
      'invalid_client',
    ]),
  );
});

test('marks what refuses an explicit change as well', () => {
  const rowOf = (code: string) => lines.find((it) => it.startsWith(`| \`${code}\``));
  expect(rowOf('same_package')).toContain('●');
  expect(rowOf('free_period_not_allowed')).not.toContain('●');
});
