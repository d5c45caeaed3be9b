import { expect, test } from '@jest/globals';
import { errorCodes } from '../../../../../src/http/payway/problems/error-codes.js';
import { paywayErrors } from '../../../../../src/http/payway/problems/errors-chapter.js';

const rows = paywayErrors.sections.flatMap((it) => it.rows);
const rowOf = (code: string) => rows.find((it) => it[0] === `\`${code}\``);

test('every code has one row', () => {
  const codes = rows.map((row) => row.find((it) => it.startsWith('`'))?.replaceAll('`', ''));
  expect(codes.toSorted()).toEqual(Object.keys(errorCodes).toSorted());
});

test('what refuses an explicit change as well is marked', () => {
  expect(rowOf('same_package')).toContain('●');
  expect(rowOf('free_period_not_allowed')).not.toContain('●');
});
