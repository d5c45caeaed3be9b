import { expect, test } from '@jest/globals';
import { describeDocument } from '../../../../src/application/billing/describe-document.js';
import { documentShape } from '../../../../src/http/billing/document-shape.js';
import { buildCreditNote, buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';

const row = buildRow();
const invoice = buildDocument(row);
const note = buildCreditNote(row, invoice);

test.each([
  ['an invoice that waits', invoice],
  ['a credit note that is numbered', { ...note, sequence: 12 }],
  ['a credit note for another system', { ...note, references: { number: 'A-1' } }],
])('%s is what is described', (_, document) => {
  const described = describeDocument(document);
  expect(documentShape.safeParse(described).error).toBeUndefined();
  expect(Object.keys(described)).toEqual(Object.keys(documentShape.shape));
});
