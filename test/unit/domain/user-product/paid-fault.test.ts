import { describe, expect, test } from '@jest/globals';
import { paidFaultOf } from '../../../../src/domain/user-product/paid-fault.js';
import type { Paid } from '../../../../src/domain/user-product/paid.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage, eur, money } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';

const row = buildUserProduct(buildPackage({ number: 100 }));
const faultOf = (edits: Partial<Paid>, product = row) =>
  paidFaultOf({ ...product, paid: { ...product.paid, ...edits } });

describe('what was paid', () => {
  test('fits its row mostly, with an end and without', () => {
    expect(paidFaultOf(row)).toBeNull();
    const openEnded = buildUserProduct(buildPackage({ number: 100 }), { validTo: null });
    expect(paidFaultOf(openEnded)).toBeNull();
  });

  test.each([
    ['in another currency', { amount: money(1, eur) }, 'currency'],
    ['for no time', { forMs: 0 }, 'for_ms'],
    ['for half a millisecond', { forMs: 0.5 }, 'for_ms'],
    ['less than nothing', { amount: money(-1) }, 'amount'],
    ['until another end', { to: at('2026-05-01T00:00:00.001Z') }, 'to'],
    ['back below nothing', { creditedMinor: -1 }, 'credited'],
    ['back above all of it', { creditedMinor: 10_001 }, 'credited'],
  ] as const)('cannot be %s', (_, edits, fault) => {
    expect(faultOf(edits)).toBe(fault);
  });

  test('may have come back whole, also of a stretch that an edit has made longer', () => {
    expect(faultOf({ creditedMinor: 10_000 })).toBeNull();
    const validTo = at('2026-05-31T00:00:00Z');
    const longer = { ...row, validTo, paid: { ...row.paid, to: validTo } };
    expect(faultOf({ creditedMinor: 20_000 }, longer)).toBeNull();
    expect(faultOf({ creditedMinor: 20_001 }, longer)).toBe('credited');
  });
});
