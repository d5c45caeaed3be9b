import type { AuditEntry } from '../../../src/application/ports/audit-store.js';
import type { OperatorId } from '../../../src/domain/ids.js';
import { newId } from '../stored/ids.js';
import { at } from './at.js';

/** Something that an operator asked for, but for what is given. */
export function buildAuditEntry(edits: Partial<AuditEntry> = {}): AuditEntry {
  return {
    id: newId(),
    organisationId: newId(),
    at: at('2026-11-01T12:00:00Z'),
    who: `operator:${newId<OperatorId>()}`,
    role: 'owner',
    action: 'erase_account',
    ids: { account: newId() },
    before: null,
    after: null,
    requestId: null,
    state: 'asked',
    ...edits,
  };
}
