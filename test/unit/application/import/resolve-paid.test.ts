import { describe, expect, test } from '@jest/globals';
import type { PaidImport } from '../../../../src/application/import/organisation-import.js';
import { resolvePaid } from '../../../../src/application/import/resolve-paid.js';
import { parseRelativeDate } from '../../../../src/domain/time/relative-date.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { eur, money, sek } from '../../../support/domain/build-package.js';

const from = at('2026-04-01T00:00:00+02:00');
const validTo = at('2026-05-01T00:00:00+02:00');
const now = at('2026-04-16T00:00:00+02:00');
const dayMs = 86_400_000;
const given = {
  amount: money(10_000),
  creditedMinor: 0,
  document: null,
  forMs: null,
  from,
  to: null,
} as const;
const sold = { validTo, currency: sek, now, timeZone: stockholm, path: 'row' } as const;
const resolve = (edits: Partial<PaidImport> = {}, at: Partial<typeof sold> = {}) =>
  resolvePaid({ ...given, ...edits }, { ...sold, ...at });
const relative = (text: string) => {
  const date = parseRelativeDate(text);
  if (date === null) throw new Error(text);
  return date;
};

describe('what a row of a file says was paid for it', () => {
  test('is for the stretch until its end, where the file says no more', () => {
    expect(resolve()).toEqual({
      ok: true,
      paid: { ...given, forMs: 30 * dayMs, to: validTo },
    });
  });

  test('may be for another length, and partly given back', () => {
    const edits = {
      forMs: 7 * dayMs,
      to: validTo,
      creditedMinor: 1_000,
      document: { number: 'F-1' },
    };
    expect(resolve(edits)).toEqual({ ok: true, paid: { ...given, ...edits } });
  });

  test('may count its dates from now', () => {
    expect(resolve({ from: relative('-15D') })).toMatchObject({ ok: true, paid: { from } });
  });

  test('is nothing where the file says nothing', () => {
    expect(resolvePaid(null, sold)).toEqual({ ok: true, paid: null });
  });

  test.each([
    [
      'in another currency',
      { amount: money(1, eur) },
      '.currency',
      'must be that of the period it was sold at: SEK',
    ],
    ['to another end', { to: at('2026-06-01T00:00:00+02:00') }, '.to', 'must be valid_to'],
    ['from its very end', { from: validTo }, '.from', 'must be earlier than valid_to'],
    [
      'from out of years',
      { from: relative('-100Y') },
      '.from',
      'must be within the years 1970 to 9000',
    ],
  ] as const)('is a fault %s', (...[, edits, member, problem]) => {
    const fault = { path: `row.paid${member}`, problem };
    expect(resolve(edits)).toEqual({ ok: false, fault });
  });

  test('is a fault where there is no end', () => {
    const fault = { path: 'row.paid', problem: 'can only be where there is a valid_to' };
    expect(resolvePaid(given, { ...sold, validTo: null })).toEqual({ ok: false, fault });
  });

  test('may be in any currency where the period is not known, which is told by itself', () => {
    const outcome = resolvePaid({ ...given, amount: money(1, eur) }, { ...sold, currency: null });
    expect(outcome).toMatchObject({ ok: true });
  });
});
