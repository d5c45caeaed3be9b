import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../../src/application/verification/finding.js';
import { verifySeries } from '../../../../src/application/verification/verify-series.js';
import type { DocumentType } from '../../../../src/domain/billing/billing-document.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { documentsIn, organisationId } from './installation-of-rows.js';

const row = buildRow();
const numbered = (type: DocumentType, ...sequences: readonly number[]) =>
  sequences.map((sequence) => ({ ...buildDocument(row, { type }), sequence }));

async function found(documents: ReturnType<typeof documentsIn>) {
  const findings: Finding[] = [];
  await verifySeries({ documents }, organisationId, (it) => findings.push(it));
  return findings.map(({ promise, facts: { type, sequence, after } }) =>
    [promise, type, sequence, after].join(' '),
  );
}

describe('The numbers of documents', () => {
  test('are 1, 2, 3 … in each series', async () => {
    const documents = [...numbered('invoice', 1, 2, 3), ...numbered('credit_note', 1, 2)];
    expect(await found(documentsIn(documents))).toEqual([]);
    expect(await found(documentsIn([]))).toEqual([]);
  });

  test.each([
    ['one is missing', [1, 3, 4], 'document_number_gap invoice 3 1'],
    ['they begin at 2', [2, 3], 'document_number_gap invoice 2 0'],
    ['one is given twice', [1, 2, 2, 3], 'document_number_repeated invoice 2 2'],
  ])('are told where %s', async (_, sequences, finding) => {
    const documents = [...numbered('invoice', ...sequences), ...numbered('credit_note', 1)];
    expect(await found(documentsIn(documents))).toEqual([finding]);
  });

  test('miss nothing that was written while they were read', async () => {
    const invoices = numbered('invoice', 1, 2, 3);
    const all = documentsIn(invoices);
    const early = documentsIn(invoices.filter((it) => it.sequence !== 2));
    let reads = 0;
    const series: typeof all.series = (...asked) => {
      reads += 1;
      // The first read is of credit notes.
      return (reads === 2 ? early : all).series(...asked);
    };

    expect(await found({ ...all, series })).toEqual([]);
    expect(reads).toBeGreaterThan(2);
  });
});
