import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../../../src/application/verification/finding.js';
import { verifyChangeDocuments } from '../../../../src/application/verification/verify-change-documents.js';
import type { ChangeDocuments } from '../../../../src/domain/user-product/change.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildDocument } from '../../../support/stored/build-document.js';
import { buildChange } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

const row = buildRow();
const { organisationId } = row;
const there = buildDocument(row);

/** What is found where changes have caused these, and only that one invoice is there. */
async function found(...caused: readonly (ChangeDocuments | null)[]) {
  const stores = openMemoryStores();
  await stores.documents.append(organisationId, { after: 0, documents: [there] });
  const changes = caused.map((documents) =>
    buildChange(buildRow({ organisationId }), { documents }),
  );
  await stores.changes.write(
    organisationId,
    changes.map((change) => ({ write: 'open', change })),
  );
  const findings: Finding[] = [];
  await verifyChangeDocuments(stores, organisationId, (it) => findings.push(it));
  const of = (id: unknown) => changes.findIndex((it) => it.id === id);
  return findings.map(({ promise, facts }) => [promise, of(facts.change_id), facts.document_id]);
}

describe('The documents that changes name', () => {
  test('are there, and those that name none miss none', async () => {
    const both = { creditNote: null, invoice: there.id };
    expect(await found(null, both, { creditNote: null, invoice: null })).toEqual([]);
    expect(await found(...Array.from({ length: 1_001 }, () => both))).toEqual([]);
  });

  test('are told where they are not, each of them', async () => {
    const [note, invoice] = [newId<never>(), newId<never>()];
    const findings = await found(
      null,
      { creditNote: note, invoice: there.id },
      { creditNote: note, invoice },
    );
    expect(findings.toSorted()).toEqual(
      [
        ['document_lost', 1, note],
        ['document_lost', 2, note],
        ['document_lost', 2, invoice],
      ].toSorted(),
    );
  });
});
