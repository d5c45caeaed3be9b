import { describe, expect, test } from '@jest/globals';
import {
  beginConsoleSession,
  mayEnter,
} from '../../../../src/application/operators/begin-console-session.js';
import { buildOperator } from '../../../support/domain/build-operator.js';
import { at } from '../../../support/domain/at.js';
import { noon, operatorWorld } from './operator-world.js';

describe('A session of the console', () => {
  test('lasts twelve hours at most, and is kept by the hash of its secret', async () => {
    const { deps, insert } = operatorWorld();
    const { id: operatorId } = await insert();
    const endsAt = at('2026-11-02T00:00:00Z');
    const begun = await beginConsoleSession(deps, operatorId);
    expect(begun).toEqual({ token: 'secret-1', endsAt });
    expect(await deps.pageAccess.findSession('#secret-1')).toEqual({
      tokenHash: '#secret-1',
      owner: { kind: 'console', operatorId },
      ...{ linkId: null, createdAt: noon, seenAt: noon, provedAt: noon, endsAt },
      ...{ locale: null, visit: null },
    });
  });

  test('takes the place of the one that the browser had, and keeps its language', async () => {
    const { deps, insert } = operatorWorld();
    const { id } = await insert();
    const former = await beginConsoleSession(deps, id);
    await deps.pageAccess.updateSession('#secret-1', { locale: 'sv' });
    await beginConsoleSession(deps, id, { sessionToken: former.token });
    expect(await deps.pageAccess.findSession('#secret-1')).toBeNull();
    expect(await deps.pageAccess.findSession('#secret-2')).toMatchObject({ locale: 'sv' });
  });

  test('is for who is not disabled, and something to some organisation', () => {
    expect(mayEnter(buildOperator())).toBe(true);
    expect(mayEnter(buildOperator({ disabled: true }))).toBe(false);
    expect(mayEnter(buildOperator({ memberships: [] }))).toBe(false);
  });
});
