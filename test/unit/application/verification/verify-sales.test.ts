import { describe, expect, test } from '@jest/globals';
import type { NumberedDocument } from '../../../../src/application/ports/billing-document-store.js';
import type { Finding } from '../../../../src/application/verification/finding.js';
import { verifySales } from '../../../../src/application/verification/verify-sales.js';
import type { DomainEvent } from '../../../../src/domain/user-product/event-side.js';
import { buildDocument, buildPosition } from '../../../support/stored/build-document.js';
import { buildEvent, sideOf } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { documentsIn, logOf, organisationId } from './installation-of-rows.js';

/** A user product that was renewed at 100.00 for April, its invoice, and the event that tells of it. */
function renewal() {
  const bare = buildRow({ organisationId, hasDocuments: true });
  const invoice = { ...buildDocument(bare), sequence: 1 };
  const row = { ...bare, paid: { ...bare.paid, document: { invoice: invoice.id } } };
  return { row, invoice, event: buildEvent(row, { after: sideOf(row) }) };
}

async function found(events: readonly DomainEvent[], documents: readonly NumberedDocument[]) {
  const findings: Finding[] = [];
  const log = logOf(...events);
  const read = (_: unknown, { after, limit }: { after: number; limit: number }) =>
    Promise.resolve(log.filter((it) => it.position > after).slice(0, limit));
  const deps = { events: { read }, documents: documentsIn(documents) };
  await verifySales(deps, organisationId, (it) => findings.push(it));
  return findings;
}

describe('Each period that the log tells to be sold in advance', () => {
  test('is invoiced, however long the log is, and whatever else it tells', async () => {
    const sold = Array.from({ length: 620 }, renewal);
    const events = sold.flatMap((it) => [it.event, buildEvent(it.row)]);
    const documents = sold.map((it) => it.invoice);
    expect(await found(events, documents)).toEqual([]);
  });

  test('is told where its invoice is not there, once, with the ids to look it up by', async () => {
    const [first, lost] = [renewal(), renewal()];
    expect(await found([first.event, lost.event], [first.invoice])).toEqual([
      {
        ...{ organisationId, promise: 'period_not_invoiced' },
        facts: {
          user_product_id: lost.row.id,
          document_id: lost.invoice.id,
          event_id: lost.event.id,
          position: 2,
          from: '2026-04-01T00:00:00.000Z',
        },
      },
    ]);
  });

  test('is told where its invoice charges something else', async () => {
    const { row, invoice, event } = renewal();
    const positions = [buildPosition(row, { netMinor: 9_999 })];
    expect(await found([event], [{ ...invoice, positions }])).toMatchObject([
      { promise: 'period_not_invoiced', facts: { document_id: invoice.id } },
    ]);
  });

  test.each([null, { number: 'F-1' }])(
    'is told where it names no invoice of ours: %s',
    async (document) => {
      const { row, invoice } = renewal();
      const event = buildEvent(row, { after: sideOf({ ...row, paid: { ...row.paid, document } }) });
      expect(await found([event], [invoice])).toMatchObject([
        { promise: 'period_not_invoiced', facts: { document_id: 'none' } },
      ]);
    },
  );
});
