import { describe, expect, test } from '@jest/globals';
import type { AccountId, PageLinkId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { first, noon, worldOfLinks } from './operator-world.js';

describe('A link of the console', () => {
  test('lets whoever comes first in, for twelve hours at most', async () => {
    const { deps, id, makeLink, openFirst } = await worldOfLinks();
    await makeLink({ within: '*', id });
    const opened = await Promise.all([openFirst(), openFirst(), openFirst()]);
    expect(opened.filter((it) => it.ok)).toEqual([
      {
        ok: true,
        operatorId: id,
        session: { token: 'secret-2', endsAt: at('2026-11-02T00:00:00Z') },
      },
    ]);
    expect(opened).toContainEqual({ ok: false, failure: 'link_used' });
    expect(await deps.pageAccess.findSession('#secret-2')).toMatchObject({
      owner: { kind: 'console', operatorId: id },
      ...{ createdAt: noon, seenAt: noon, provedAt: noon },
    });
  });

  test('goes on in the browser that came in by it, and in no other', async () => {
    const { id, makeLink, openFirst } = await worldOfLinks();
    await makeLink({ within: '*', id });
    await openFirst();
    expect(await openFirst('secret-2')).toEqual({ ok: true, operatorId: id, session: null });
    expect(await openFirst('secret-3')).toEqual({ ok: false, failure: 'link_used' });
  });

  test('is over after its time', async () => {
    const { time, id, makeLink, openFirst } = await worldOfLinks();
    await makeLink({ within: '*', id });
    time.set(at('2026-11-01T12:15:00Z'));
    expect(await openFirst()).toEqual({ ok: false, failure: 'link_over' });
  });

  test('is unknown to somebody who is disabled, or nothing to anybody, and stays unused', async () => {
    for (const edits of [{ disabled: true }, { memberships: [] }]) {
      const { deps, operator, makeLink, openFirst } = await worldOfLinks();
      await makeLink({ within: '*', id: operator.id });
      await deps.operators.replace({ ...operator, ...edits, version: 2 });
      expect(await openFirst()).toEqual({ ok: false, failure: 'unknown_link' });
      expect((await deps.pageAccess.findLink('#secret-1'))?.usedAt).toBeNull();
    }
  });

  test('of the portal is left alone, and what is none is unknown', async () => {
    const { deps, open } = await worldOfLinks();
    const accountId = idOf<AccountId>(8);
    await deps.pageAccess.insertLink({
      id: idOf<PageLinkId>(9),
      tokenHash: '#portal',
      owner: { kind: 'portal', organisationId: first, accountId },
      delivery: 'redirect',
      ...{ createdAt: noon, endsAt: at('2026-11-01T12:05:00Z'), usedAt: null, visit: null },
    });
    for (const token of ['portal', 'none', '']) {
      const opened = await open({ token, sessionToken: null });
      expect(opened).toEqual({ ok: false, failure: 'unknown_link' });
    }
    expect((await deps.pageAccess.findLink('#portal'))?.usedAt).toBeNull();
  });
});
