import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { documentSource, parseDocument } from '../../src/cli/import-file/read-document.js';
import { toClientId } from '../../src/domain/ids.js';
import { anyDocument } from '../support/stored/build-document.js';
import { openInstallation } from './operated-installation.js';

const id = (last: string) => `56e1741a6fc9365306000${last}` as never;
const row = { organisationId: id('000'), accountId: id('001'), userProductId: id('160') };

/** What the last of the printed curls asks for (docs/spec/operations.md §5). */
test('The demo is changed from Starter to Pro at once: half of 10.00 is given back, and 30.00 invoiced', async () => {
  const it = await openInstallation();
  const document = parseDocument(await readFile('config/demo.json', 'utf8'));
  if (!document.ok) throw new Error(JSON.stringify(document.faults));
  await it.importFrom(documentSource(document.organisations));
  const { useCases, stores } = it;
  const answer = await useCases.applyTier({
    ...row,
    named: { tierId: id('152'), periodId: id('121'), quantity: null },
    requestedBy: toClientId('demo'),
  });
  expect(answer).toMatchObject({ ok: true });
  await useCases.drainOutbox(row.organisationId);
  const { items: documents } = await stores.documents.list(
    row.organisationId,
    { ...anyDocument, accountId: row.accountId },
    { order: { by: 'number', direction: 'asc' }, page: 1, limit: 5 },
  );
  expect(documents).toMatchObject([
    { type: 'credit_note', sequence: 1, netMinor: 500, references: { number: 'F-1160' } },
    { type: 'invoice', sequence: 1, netMinor: 3_000 },
  ]);
  const assigned = await useCases.assignTier({
    ...{ ...row, userProductId: id('161') },
    tierId: id('151'),
  });
  expect(assigned).toMatchObject({ ok: true });
  expect(await it.findings()).toEqual([]);
});
