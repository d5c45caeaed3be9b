import { expect, test } from '@jest/globals';
import { readAmount } from '../../../../src/application/import/read-amount.js';
import { money, sek } from '../../../support/domain/build-package.js';

test('An amount of a file is read in minor units', () => {
  expect(readAmount({ text: '12.5', currency: sek })).toEqual({ ok: true, amount: money(1_250) });
});

test.each([
  ['1.001', undefined, 'must be a decimal number with at most 2 decimals, as a string'],
  ['10000000000.01', undefined, 'must be at most 10000000000.00'],
  ['1.01', 100, 'must be at most 1.00'],
])('An amount of a file may not be %s', (text, mostMinor, problem) => {
  const most = mostMinor === undefined ? {} : { mostMinor };
  expect(readAmount({ text, currency: sek, ...most })).toEqual({ ok: false, problem });
});
