import type {
  BillingDocument,
  DocumentPosition,
} from '../../../src/domain/billing/billing-document.js';
import type { DocumentFilter } from '../../../src/application/ports/billing-document-store.js';
import type { OutboxEntry } from '../../../src/application/ports/user-product-store.js';
import type { DomainEvent } from '../../../src/domain/user-product/event-side.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../domain/at.js';
import { money } from '../domain/build-package.js';
import { buildEntry, buildEvent, sideOf } from './build-entry.js';
import { newId } from './ids.js';

/** April of that row at 100.00, but for what is given. */
export function buildPosition(
  row: UserProduct,
  edits: Partial<DocumentPosition> = {},
): DocumentPosition {
  return {
    kind: 'period',
    name: 'Package 10',
    quantity: 1,
    unitPriceMinor: 10_000,
    netMinor: 10_000,
    from: at('2026-04-01T00:00:00Z'),
    to: at('2026-05-01T00:00:00Z'),
    share: null,
    packageId: row.packageId,
    periodId: row.soldPeriod.periodId,
    userProductId: row.id,
    ...edits,
  };
}

/** An invoice for April of that row, not numbered yet, but for what is given. */
export function buildDocument(
  row: UserProduct,
  edits: Partial<BillingDocument> = {},
): BillingDocument {
  const { positions = [buildPosition(row)] } = edits;
  return {
    id: newId(),
    type: 'invoice',
    sequence: null,
    accountId: row.accountId,
    subscriptionId: row.subscriptionId,
    currency: row.soldPeriod.price.currency,
    references: null,
    reason: null,
    createdAt: at('2026-05-01T00:00:00Z'),
    netMinor: positions.reduce((sum, it) => sum + it.netMinor, 0),
    positions,
    ...edits,
  };
}

/** A credit note over half of April, for an invoice, but for what is given. */
export function buildCreditNote(
  row: UserProduct,
  invoice: BillingDocument,
  edits: Partial<BillingDocument> = {},
): BillingDocument {
  const half = { parts: 15, whole: 30, unit: 'day' } as const;
  return buildDocument(row, {
    type: 'credit_note',
    references: { invoice: invoice.id },
    reason: 'order_change',
    positions: [buildPosition(row, { kind: 'credit', netMinor: 5_000, share: half })],
    ...edits,
  });
}

/** What tells of a document: both sides are the row, but for the sequence that each is known by. */
export function buildDocumentEvent(
  row: UserProduct,
  document: BillingDocument,
  edits: Partial<DomainEvent> = {},
): DomainEvent {
  const { sequence = row.lastSequence } = edits;
  return buildEvent(row, {
    type: document.type === 'invoice' ? 'invoice.created' : 'credit_note.created',
    before: sideOf({ ...row, lastSequence: sequence - 1 }),
    after: sideOf({ ...row, lastSequence: sequence }),
    document,
    ...edits,
  });
}

/** What a change at once leaves to be told: what it came to, a credit note, an invoice, and that the note is to be sent. */
export function documentEntry(row: UserProduct): OutboxEntry {
  const { currency } = row.soldPeriod.price;
  const invoice = buildDocument(row);
  const note = buildCreditNote(row, invoice);
  const settlement = {
    credit: money(5_000, currency),
    used: money(0, currency),
    charge: money(10_000, currency),
  };
  const sequence = row.lastSequence;
  return buildEntry(row, {
    events: [
      buildEvent(row, { type: 'package_upgrade', after: sideOf(row), settlement }),
      buildDocumentEvent(row, note, { sequence: sequence + 1 }),
      buildDocumentEvent(row, invoice, { sequence: sequence + 2 }),
      buildDocumentEvent(row, note, {
        sequence: sequence + 3,
        type: 'credit_note.send_requested',
      }),
    ],
  });
}

/** All documents, unless a filter says which. */
export const anyDocument: DocumentFilter = {
  accountId: null,
  subscriptionId: null,
  userProductId: null,
  type: null,
  sequence: null,
};
