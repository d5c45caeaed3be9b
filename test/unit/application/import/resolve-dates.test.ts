import { describe, expect, test } from '@jest/globals';
import {
  checkDates,
  resolveDate,
  resolveDates,
} from '../../../../src/application/import/resolve-dates.js';
import type { UserProductImport } from '../../../../src/application/import/organisation-import.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { parseRelativeDate } from '../../../../src/domain/time/relative-date.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { importedRow, inWords } from './import-rows.js';

const calendar = { now: at('2026-01-31T12:00:00+01:00'), timeZone: stockholm };
const relative = (text: string) => {
  const date = parseRelativeDate(text);
  if (date === null) throw new Error(text);
  return date;
};
const [april, may] = [at('2026-04-01T00:00:00+02:00'), at('2026-05-01T00:00:00+02:00')];
const found = (edits: Partial<UserProductImport>) => {
  const row = importedRow(edits);
  return inWords(checkDates(row, resolveDates(row, calendar), 'row'));
};

describe('The dates of a row', () => {
  test('are as they are, or counted from the organisation’s now: a month after 31 Jan is 28 Feb', () => {
    expect(resolveDate(april, calendar)).toBe(april);
    expect(resolveDate(relative('+1M'), calendar)).toBe(at('2026-02-28T12:00:00+01:00'));
  });

  test('have no anchor where none is named', () => {
    expect(resolveDates(importedRow(), calendar)).toEqual({
      validFrom: april,
      validTo: may,
      anchor: null,
      cancelledAt: null,
      externalStartAt: null,
    });
  });

  test('are anchored as they say: at an instant, on a day, or on a day from their beginning', () => {
    const anchorOf = (edits: Partial<UserProductImport>) =>
      resolveDates(importedRow(edits), calendar).anchor;
    expect(anchorOf({ anchor: may })).toEqual({ at: may, billingDay: 1 });
    expect(anchorOf({ anchor: may, billingDay: 31 })).toEqual({ at: may, billingDay: 31 });
    expect(anchorOf({ billingDay: 31 })).toEqual({ at: april, billingDay: 31 });
  });

  test('are in order where they are', () => {
    expect(found({})).toEqual([]);
    expect(found({ validTo: null, subscriptionType: 'single' })).toEqual([]);
  });

  test.each([
    [{ validTo: april }, 'row.valid_to: must be later than valid_from'],
    [{ validTo: null }, 'row.valid_to: is needed where a subscription recurs or is limited'],
    [
      { cancelledAt: toInstant(-1), validTo: april },
      'row.cancelled_at: must be within the years 1970 to 9000',
    ],
  ])('are refused: %#', (edits, fault) => {
    expect(found(edits)).toEqual([fault]);
  });
});
