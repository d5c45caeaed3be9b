import { expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { eventSideOf } from '../../../../src/domain/user-product/event-side.js';
import type { Paid } from '../../../../src/domain/user-product/paid.js';
import {
  verifyPaidAsTold,
  verifyPaidOfEvent,
  verifyPaidOfRow,
} from '../../../../src/application/verification/verify-paid.js';
import { utc } from '../../../support/domain/at.js';
import { money, sek } from '../../../support/domain/build-package.js';
import {
  entryOf,
  eventOf,
  findingsOf,
  logOf,
  pack,
  realNow,
  rowOf,
} from './installation-of-rows.js';

const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages: [pack] });
const row = rowOf(501);
const { product } = row;
const { paid } = product;
const withPaid = (edits: Partial<Paid>) => rowOf(501, { paid: { ...paid, ...edits } });
const told = (sequence: number, of = row) => ({
  ...eventOf(row, sequence),
  before: eventSideOf(product, catalogue),
  after: eventSideOf(of.product, catalogue),
});

test('A row is found whose payment cannot be', () => {
  expect(verifyPaidOfRow(row)).toEqual([]);
  expect(verifyPaidOfRow(withPaid({ forMs: 0 }))).toMatchObject([
    { promise: 'paid_inconsistent', facts: { user_product_id: product.id, member: 'for_ms' } },
  ]);
});

test('An event is found by which value was gained', () => {
  expect(verifyPaidOfEvent(told(2))).toEqual([]);
  const gained = told(2, withPaid({ amount: money(20_000) }));
  expect(verifyPaidOfEvent(gained)).toMatchObject([
    { promise: 'value_above_paid', facts: { subscription_id: product.id, sequence: 2 } },
  ]);
});

test.each([
  ['more was paid', { amount: money(10_001) }, ['value_above_paid']],
  ['less was paid', { amount: money(9_999) }, ['paid_inconsistent']],
  ['something was credited', { creditedMinor: 1 }, ['paid_inconsistent']],
  ['it was paid as it was told', {}, []],
] as const)('A row is held to its last event: where it says that %s', (_, edits, promises) => {
  const said = withPaid(edits).product;
  expect(verifyPaidAsTold(said, paid).map((it) => it.promise)).toEqual(promises);
});

test('It is held to nothing where that event told nothing, and is told once where it cannot be at all', () => {
  expect(verifyPaidAsTold(withPaid({ amount: money(1) }).product, null)).toEqual([]);
  expect(verifyPaidAsTold(withPaid({ forMs: 0 }).product, paid)).toEqual([]);
});

test('verify holds a living row to the log, to its outbox where that has the last event, and to no older one', async () => {
  const dear = withPaid({ amount: money(20_000) });
  const finding = `value_above_paid ${product.id} 1`;
  const log = logOf(told(1));
  expect(await findingsOf({ rows: [dear], log })).toEqual([finding]);
  expect(await findingsOf({ rows: [row], log })).toEqual([]);
  const entry = entryOf(realNow, [told(2, dear)]);
  const waiting = rowOf(501, { paid: dear.product.paid, lastSequence: 2 }, { outbox: [entry] });
  expect(await findingsOf({ rows: [waiting], log })).toEqual([]);
  const moved = rowOf(501, { paid: dear.product.paid, lastSequence: 0 });
  expect(await findingsOf({ rows: [moved], log })).toEqual([]);
});
