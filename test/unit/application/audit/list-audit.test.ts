import { expect, test } from '@jest/globals';
import { makeListAudit } from '../../../../src/application/audit/list-audit.js';
import type { AuditEntryId, OrganisationId } from '../../../../src/domain/ids.js';
import { buildAuditEntry } from '../../../support/domain/build-audit-entry.js';
import { idOf } from '../../../support/domain/id-of.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';

const organisationId = idOf<OrganisationId>(1);

test('A page of the audit names where the next one begins, and the last one names none', async () => {
  const { audit } = openMemoryStores();
  const listAudit = makeListAudit({ audit });
  const ids = [1, 2, 3, 4].map((it) => idOf<AuditEntryId>(it));
  for (const id of ids) {
    await audit.insert(organisationId, buildAuditEntry({ organisationId, id }));
  }
  const page = async (before: AuditEntryId | null) => {
    const { entries, next } = await listAudit(organisationId, { before, limit: 2 });
    return { ids: entries.map(({ id }) => id), next };
  };
  const first = await page(null);
  expect(first).toEqual({ ids: [ids[3], ids[2]], next: ids[2] });
  expect(await page(first.next)).toEqual({ ids: [ids[1], ids[0]], next: null });
});
