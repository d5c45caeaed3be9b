import { expect, test } from '@jest/globals';
import { walkSeries } from '../../../../src/application/verification/walk-series.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { documentsIn, organisationId } from './installation-of-rows.js';

const row = buildRow();
const numbered = (sequence: number) => ({ ...buildDocument(row), sequence });

async function walked(sequences: readonly number[]) {
  const documents = sequences.map(numbered);
  const pages: number[][] = [];
  for await (const page of walkSeries(documentsIn(documents), organisationId, 'invoice')) {
    pages.push(page.map((it) => it.sequence));
  }
  return pages;
}
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test('a series is walked through once, page by page', async () => {
  const pages = await walked(upTo(1_100));
  expect(pages.flat()).toEqual(upTo(1_100));
  expect(pages.length).toBeGreaterThan(2);
  expect(await walked([])).toEqual([]);
});

test('a number that is given twice is met twice, also where a page ends between the two', async () => {
  const pages = await walked([...upTo(500), 500, 501]);
  expect(pages.flat()).toEqual([...upTo(500), 500, 501]);
});
