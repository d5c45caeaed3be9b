import type { OrganisationId } from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at } from '../domain/at.js';
import { buildAuditEntry } from '../domain/build-audit-entry.js';
import { buildOperator } from '../domain/build-operator.js';

/** Operators and audit entries, of each form that they have. */
export async function writeOperators(
  { operators, audit }: Stores,
  organisationId: OrganisationId,
): Promise<void> {
  const addedAt = at('2026-05-01T00:00:00Z');
  const key = { publicKey: 'b', counter: 0, transports: ['usb'], addedAt };
  const passkeys = [
    { ...key, id: 'a', answeredAt: null },
    { ...key, id: 'b', answeredAt: addedAt },
  ];
  const memberships = [
    { organisationId, role: 'viewer' },
    { organisationId: '*', role: 'owner' },
  ] as const;
  await operators.insert(buildOperator({ identity: 'a', passkeys, memberships }));
  await operators.insert(buildOperator());
  const entries = [
    buildAuditEntry({ organisationId, before: { a: 1 }, after: { a: 2 }, requestId: 'r' }),
    buildAuditEntry({ organisationId: '*', role: null }),
  ];
  for (const entry of entries) await audit.insert(entry.organisationId, entry);
}
