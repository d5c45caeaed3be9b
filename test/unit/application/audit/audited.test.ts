import { describe, expect, test } from '@jest/globals';
import { makeAudited, type AuditedAct } from '../../../../src/application/audit/audited.js';
import type { AuditStore } from '../../../../src/application/ports/audit-store.js';
import type { OperatorId, OrganisationId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { silentLog } from '../../../support/process.js';

const organisationId = idOf<OrganisationId>(1);
const noon = at('2026-11-01T12:00:00Z');
const act: AuditedAct = {
  organisationId,
  who: `operator:${idOf<OperatorId>(2)}`,
  role: 'owner',
  action: 'erase_account',
  ids: { account: 'a' },
  before: { products: 3 },
  requestId: 'request',
};

function world(changed: Partial<AuditStore> = {}) {
  const { audit } = openMemoryStores();
  const lines: unknown[] = [];
  const log = {
    ...silentLog,
    info: (_message: string, facts: unknown): void => void lines.push(facts),
    error: (message: string): void => void lines.push(message),
  };
  const audited = makeAudited({
    audit: { ...audit, ...changed },
    ids: { next: () => idOf(7) },
    clock: { now: () => noon },
    log,
  });
  const entries = () => audit.list(organisationId, { before: null, limit: 10 });
  return { audited, entries, lines };
}

const asked = { ...act, id: idOf(7), at: noon, after: null, state: 'asked' };

describe('What an operator asks for', () => {
  test('is written down before it begins, and closed with what came of it', async () => {
    const { audited, entries, lines } = world();
    const result = await audited(
      act,
      async () => {
        expect(await entries()).toEqual([asked]);
        return { ok: true, change: 'b' } as const;
      },
      ({ change }) => ({ ids: { change }, after: { products: 0 } }),
    );
    expect(result).toEqual({ ok: true, change: 'b' });
    expect(await entries()).toEqual([
      { ...asked, state: 'done', ids: { account: 'a', change: 'b' }, after: { products: 0 } },
    ]);
    expect(lines).toMatchObject([
      { audit: true, action: 'erase_account', who: act.who, ids: { change: 'b' }, state: 'done' },
    ]);
  });

  test('is closed as refused, with the reason', async () => {
    const { audited, entries } = world();
    const refusal = { ok: false, failure: 'not_empty' } as const;
    expect(await audited(act, () => Promise.resolve(refusal))).toBe(refusal);
    expect(await entries()).toEqual([
      { ...asked, state: 'refused', after: { failure: 'not_empty' } },
    ]);
  });

  test('is closed as failed where it threw, and the error goes on', async () => {
    const { audited, entries } = world();
    const broken = new Error('broken');
    await expect(audited(act, () => Promise.reject(broken))).rejects.toBe(broken);
    expect(await entries()).toEqual([{ ...asked, state: 'failed' }]);
  });

  test('is not done where it cannot be written down', async () => {
    const away = new Error('away');
    const { audited } = world({ insert: () => Promise.reject(away) });
    let isRun = false;
    const run = () => {
      isRun = true;
      return Promise.resolve({ ok: true });
    };
    await expect(audited(act, run)).rejects.toBe(away);
    expect(isRun).toBe(false);
  });

  test('is answered where its entry cannot be closed, which stays asked', async () => {
    const { audited, entries, lines } = world({
      close: () => Promise.reject(new Error('away')),
    });
    expect(await audited(act, () => Promise.resolve({ ok: true }))).toEqual({ ok: true });
    expect(await entries()).toEqual([asked]);
    expect(lines).toContain('an audit entry could not be closed');
  });
});
