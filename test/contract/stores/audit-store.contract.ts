import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditEntry, AuditStore } from '../../../src/application/ports/audit-store.js';
import type { OperatorId, OrganisationId } from '../../../src/domain/ids.js';
import { buildAuditEntry } from '../../support/domain/build-audit-entry.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What the console may rely on of any `AuditStore`. */
export function auditStoreContract(open: OpenStores): void {
  describe('A store of audit entries', () => {
    let audit: AuditStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      const opened = await open();
      ({ audit } = opened.stores);
      ({ close } = opened);
    });
    afterAll(() => close());

    const insert = async (edits: Partial<AuditEntry> = {}) => {
      const entry = buildAuditEntry(edits);
      await audit.insert(entry.organisationId, entry);
      return entry;
    };
    const all = { before: null, limit: 10 };

    test('gives back exactly what was written, to its organisation alone', async () => {
      const full = await insert({
        ids: { account: newId(), change: newId() },
        before: { name: 'A "quoted" name', count: 1, live: true, none: null, words: ['a', 'b'] },
        after: {},
        requestId: 'a request',
      });
      expect(await audit.list(full.organisationId, all)).toEqual([full]);
      const bare = await insert({ ids: {}, who: 'system', role: null });
      expect(await audit.list(bare.organisationId, all)).toEqual([bare]);
      expect(await audit.list(newId(), all)).toEqual([]);
    });

    test('keeps what is about no one organisation apart', async () => {
      const everywhere = await insert({ organisationId: '*' });
      const own = await insert();
      expect(await audit.list('*', all)).toContainEqual(everywhere);
      expect(await audit.list('*', all)).not.toContainEqual(own);
      expect(await audit.list(own.organisationId, all)).toEqual([own]);
    });

    test('closes an entry once, with the ids that came of it', async () => {
      const entry = await insert({ ids: { account: 'a' } });
      const { organisationId } = entry;
      const after = { removed: 3 };
      const done = { state: 'done', ids: { change: 'b' }, after } as const;
      await audit.close(newId(), entry, done);
      expect(await audit.list(organisationId, all)).toEqual([entry]);
      await audit.close(organisationId, entry, done);
      await audit.close(organisationId, entry, { state: 'failed', ids: {}, after: null });
      expect(await audit.list(organisationId, all)).toEqual([
        { ...entry, state: 'done', ids: { account: 'a', change: 'b' }, after },
      ]);
    });

    test('lists the newest first, a page at a time', async () => {
      const organisationId = newId<OrganisationId>();
      const entries = [];
      for (let count = 0; count < 5; count += 1) entries.push(await insert({ organisationId }));
      const ids = entries.map(({ id }) => id).toSorted();
      const listed = async (query: Parameters<AuditStore['list']>[1]) =>
        (await audit.list(organisationId, query)).map(({ id }) => id);
      expect(await listed({ before: null, limit: 2 })).toEqual([ids[4], ids[3]]);
      expect(await listed({ before: ids[3] ?? null, limit: 2 })).toEqual([ids[2], ids[1]]);
      expect(await listed({ before: ids[1] ?? null, limit: 2 })).toEqual([ids[0]]);
    });

    test('lists those of one action, of one operator, or of both', async () => {
      const organisationId = newId<OrganisationId>();
      const who = `operator:${newId<OperatorId>()}` as const;
      const theirs = { organisationId, who } as const;
      const edited = await insert({ ...theirs, action: 'edit_operators' });
      const cancelled = await insert({ ...theirs, action: 'cancel_subscription' });
      const another = await insert({ organisationId, who: 'system', action: 'edit_operators' });
      const listed = async (query: Partial<Parameters<AuditStore['list']>[1]>) =>
        (await audit.list(organisationId, { ...all, ...query })).map(({ id }) => id).toSorted();
      const idsOf = (...entries: readonly AuditEntry[]) => entries.map(({ id }) => id).toSorted();
      expect(await listed({ action: 'edit_operators' })).toEqual(idsOf(edited, another));
      expect(await listed({ who })).toEqual(idsOf(edited, cancelled));
      expect(await listed({ who, action: 'edit_operators' })).toEqual(idsOf(edited));
      expect(await listed({ action: 'erase_account' })).toEqual([]);
    });
  });
}
