import { describe, expect, test } from '@jest/globals';
import type { EventType } from '../../../../src/domain/events/domain-event.js';
import type { DomainEvent } from '../../../../src/domain/user-product/event-side.js';
import {
  isInvoicedBy,
  soldInAdvanceBy,
} from '../../../../src/domain/user-product/sold-in-advance.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { eur, money } from '../../../support/domain/build-package.js';
import { buildDocument, buildPosition } from '../../../support/stored/build-document.js';
import { buildEvent, sideOf } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

/** 100.00 for April, told by documents. */
const row = buildRow({ hasDocuments: true });
const nothing = money(0);
const settlement = { credit: nothing, used: nothing, charge: money(10_000) };

const soldBy = (
  type: EventType,
  edits: Partial<UserProduct> = {},
  event: Partial<DomainEvent> = {},
) => soldInAdvanceBy(buildEvent(row, { type, after: sideOf({ ...row, ...edits }), ...event }));

describe('What an event sells in advance', () => {
  test.each<EventType>([
    'user_product_created',
    'user_product_renewed',
    'package_downgrade_completed',
    'package_change_completed',
  ])('is the period that is paid for after a %s', (type) => {
    expect(soldBy(type)).toEqual({ userProductId: row.id, paid: row.paid });
  });

  test('is that of an upgrade which was settled in money, and not of one that made value time', () => {
    expect(soldBy('package_upgrade', {}, { settlement })).not.toBeNull();
    expect(soldBy('package_upgrade')).toBeNull();
  });

  test.each<EventType>([
    'user_product_updated',
    'user_product_cancelled',
    'package_change',
    'package_change_undone',
    'package_change_failed',
    'invoice.created',
  ])('is nothing at a %s', (type) => {
    expect(soldBy(type, {}, { settlement })).toBeNull();
  });

  test('is nothing without documents, for 0 and in arrears, by an import, and where the event says nothing', () => {
    const free = { ...row.paid, amount: nothing };
    expect(soldBy('user_product_renewed', { hasDocuments: false })).toBeNull();
    expect(soldBy('user_product_renewed', { paid: free })).toBeNull();
    expect(soldBy('user_product_renewed', { createdFrom: 'import' })).not.toBeNull();
    expect(soldBy('user_product_created', { createdFrom: 'import' })).toBeNull();
    expect(soldBy('user_product_renewed', {}, { after: null })).toBeNull();
    const { userProduct, ...others } = sideOf(row);
    const before = { ...others, userProduct: { ...userProduct, paid: null } };
    expect(soldBy('user_product_renewed', {}, { after: before })).toBeNull();
  });
});

describe('A period that was sold', () => {
  const sold = { userProductId: row.id, paid: row.paid };

  test('is invoiced where a position charges just that, whatever else is on the invoice', () => {
    const used = buildPosition(buildRow(), { kind: 'used', netMinor: 1 });
    const positions = [used, buildPosition(row)];
    expect(isInvoicedBy(sold, buildDocument(row, { positions }))).toBe(true);
  });

  test.each([
    ['another user product', { userProductId: newId<never>() }],
    ['another beginning', { from: at('2026-04-01T00:00:00.001Z') }],
    ['another end', { to: at('2026-04-30T23:59:59.999Z') }],
    ['another amount', { netMinor: 9_999 }],
    ['another kind', { kind: 'used' as const }],
  ])('is not invoiced by a position of %s', (_, edits) => {
    const positions = [buildPosition(row, edits)];
    expect(isInvoicedBy(sold, buildDocument(row, { positions }))).toBe(false);
  });

  test('is not invoiced in another currency', () => {
    expect(isInvoicedBy(sold, buildDocument(row, { currency: eur }))).toBe(false);
  });
});
