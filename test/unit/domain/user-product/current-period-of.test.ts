import { describe, expect, test } from '@jest/globals';
import { currentPeriodOf } from '../../../../src/domain/user-product/current-period-of.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, stockholm, utc } from '../../../support/domain/at.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const basic = buildPackage({ number: 100 });
const periodOf = (edits: Partial<UserProduct>, zone = utc) =>
  currentPeriodOf(buildUserProduct(basic, edits, zone), zone);

describe('The service period that a user product is in', () => {
  test('from 1 April, monthly, valid to 1 June: 1 May – 1 June', () => {
    const validTo = at('2026-06-01T00:00:00Z');
    expect(periodOf({ validTo })).toEqual({ from: at('2026-05-01T00:00:00Z'), to: validTo });
  });

  test('is counted by its anchor: from 31 January, valid to 28 February, 31 January – 28 February', () => {
    const validFrom = at('2026-01-31T00:00:00+01:00');
    const validTo = at('2026-02-28T00:00:00+01:00');
    expect(periodOf({ validFrom, validTo }, stockholm)).toEqual({ from: validFrom, to: validTo });
  });

  test('does not reach back before it began: 7.5 days that an upgrade has bought', () => {
    const [validFrom, validTo] = [at('2026-04-16T00:00:00Z'), at('2026-04-23T12:00:00Z')];
    const anchor = { at: validTo, billingDay: 23 };
    expect(periodOf({ validFrom, validTo, anchor })).toEqual({ from: validFrom, to: validTo });
  });

  test('is a whole interval where it ends before it begins', () => {
    const validFrom = at('2026-07-01T00:00:00Z');
    const validTo = at('2026-06-01T00:00:00Z');
    const anchor = { at: validTo, billingDay: 1 };
    const from = at('2026-05-01T00:00:00Z');
    expect(periodOf({ validFrom, validTo, anchor })).toEqual({ from, to: validTo });
  });

  test('is empty without an end', () => {
    const validFrom = at('2026-04-01T00:00:00Z');
    expect(periodOf({ validTo: null })).toEqual({ from: validFrom, to: validFrom });
  });
});
