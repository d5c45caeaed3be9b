import { describe, expect, test } from '@jest/globals';
import type { PaidImport } from '../../../../src/application/import/organisation-import.js';
import { resolvePaid } from '../../../../src/application/import/resolve-paid.js';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { parseRelativeDate } from '../../../../src/domain/time/relative-date.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPeriod, eur, money } from '../../../support/domain/build-package.js';

const from = at('2026-04-01T00:00:00+02:00');
const validTo = at('2026-05-01T00:00:00+02:00');
const now = at('2026-04-16T00:00:00+02:00');
const dayMs = 86_400_000;
const given: PaidImport = {
  amount: '100.00',
  credited: '0',
  currency: null,
  document: null,
  forMs: null,
  from,
  to: null,
};
const month = { amount: money(10_000), forMs: 30 * dayMs, from, to: validTo };
const soldPeriod = soldPeriodOf(buildPeriod({ number: 1 }));
const sold = { validTo, soldPeriod, now, timeZone: stockholm, path: 'row' };
const silent = { hasDocuments: false, paid: null };
const row = { paid: given, billing: silent, quantity: 1 };
const resolve = (edits: Partial<PaidImport> = {}, place: Partial<typeof sold> = {}) =>
  resolvePaid({ ...row, paid: { ...given, ...edits } }, { ...sold, ...place });
const relative = (text: string) => {
  const date = parseRelativeDate(text);
  if (date === null) throw new Error(text);
  return date;
};

describe('what a row of a file says was paid for it', () => {
  test('is for the stretch until its end in the currency of its period, where the file says no more', () => {
    expect(resolve()).toEqual({ ok: true, paid: { ...month, creditedMinor: 0, document: null } });
  });

  test('may be for another length, and partly given back', () => {
    const document = { number: 'F-1' };
    const edits = { ...{ forMs: 7 * dayMs, to: validTo, credited: '10.00' }, document };
    expect(resolve(edits)).toEqual({
      ok: true,
      paid: { ...month, forMs: 7 * dayMs, creditedMinor: 1_000, document },
    });
  });

  test('may be given back up to what its stretch is worth, where an edit has made that longer', () => {
    const half = { forMs: 15 * dayMs };
    expect(resolve({ ...half, credited: '200.00' })).toMatchObject({ ok: true });
    const fault = { path: 'row.paid.credited', problem: 'must be at most amount' };
    expect(resolve({ ...half, credited: '200.01' })).toEqual({ ok: false, fault });
  });

  test('may count its dates from now', () => {
    expect(resolve({ from: relative('-15D') })).toMatchObject({ ok: true, paid: { from } });
  });

  test('is nothing where the file says nothing', () => {
    expect(resolvePaid({ ...row, paid: null }, sold)).toEqual({ ok: true, paid: null });
  });

  test('may stand beside its documents instead, and not twice', () => {
    const invoice = { number: 'F-7' };
    const billing = { hasDocuments: true, paid: { ...given, document: invoice } };
    expect(resolvePaid({ ...row, paid: null, billing }, sold)).toMatchObject({
      paid: { ...month, document: invoice },
    });
    const fault = { path: 'row.billing.paid', problem: 'cannot stand beside paid' };
    expect(resolvePaid({ ...row, billing }, sold)).toEqual({ ok: false, fault });
    const wrong = { ...billing, paid: { ...given, amount: 'much' } };
    expect(resolvePaid({ ...row, paid: null, billing: wrong }, sold)).toMatchObject({
      fault: { path: 'row.billing.paid.amount' },
    });
  });

  test('may be as much as an amount can be where it is for several', () => {
    const paid = { ...given, amount: '90071992547409.91' };
    expect(resolvePaid({ ...row, paid, quantity: 2 }, sold)).toMatchObject({
      paid: { amount: money(Number.MAX_SAFE_INTEGER) },
    });
    expect(resolvePaid({ ...row, paid }, sold)).toMatchObject({
      fault: { problem: 'must be at most 10000000000.00' },
    });
  });

  test('is 0 in arrears', () => {
    const arrears = { ...soldPeriod, billing: { ...paywayBilling, payInAdvance: false } };
    expect(resolve({ amount: '0' }, { soldPeriod: arrears })).toMatchObject({ ok: true });
    const problem = 'must be 0 where the period is paid in arrears';
    expect(resolve({}, { soldPeriod: arrears })).toEqual({
      ok: false,
      fault: { path: 'row.paid.amount', problem },
    });
  });

  test.each<[string, Partial<PaidImport>, string, string]>([
    [
      'in another currency',
      { currency: eur },
      '.currency',
      'must be that of the period it was sold at: SEK',
    ],
    [
      'below nothing',
      { amount: '-1' },
      '.amount',
      'must be a decimal number with at most 2 decimals, as a string',
    ],
    ['beyond a price', { amount: '10000000000.01' }, '.amount', 'must be at most 10000000000.00'],
    [
      'given back in parts of its smallest unit',
      { credited: '0.001' },
      '.credited',
      'must be a decimal number with at most 2 decimals, as a string',
    ],
    ['given back more than once', { credited: '100.01' }, '.credited', 'must be at most amount'],
    ['to another end', { to: at('2026-06-01T00:00:00+02:00') }, '.to', 'must be valid_to'],
    ['from its very end', { from: validTo }, '.from', 'must be earlier than valid_to'],
    [
      'from out of years',
      { from: relative('-100Y') },
      '.from',
      'must be within the years 1970 to 9000',
    ],
  ])('is a fault %s', (...[, edits, member, problem]) => {
    const fault = { path: `row.paid${member}`, problem };
    expect(resolve(edits)).toEqual({ ok: false, fault });
  });

  test('is a fault where there is no end', () => {
    const fault = { path: 'row.paid', problem: 'can only be where there is a valid_to' };
    expect(resolvePaid(row, { ...sold, validTo: null })).toEqual({ ok: false, fault });
  });

  test('may be anything where the period is not known, which is told by itself', () => {
    const outcome = resolvePaid(row, { ...sold, soldPeriod: null });
    expect(outcome).toMatchObject({ ok: true });
  });
});
