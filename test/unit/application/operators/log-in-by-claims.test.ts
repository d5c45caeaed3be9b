import { describe, expect, test } from '@jest/globals';
import { makeLogInByClaims } from '../../../../src/application/operators/log-in-by-claims.js';
import type { ProvenIdentity } from '../../../../src/application/ports/identity-provider.js';
import type { OperatorId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { newId } from '../../../support/stored/ids.js';
import { first, insertSession, noon, operatorWorld } from './operator-world.js';

const identity = 'https://id.test a';
const known: ProvenIdentity = {
  ...{ identity, name: 'One', email: 'One@people.test', claims: ['staff'], authenticatedAt: null },
};
const support = [{ organisationId: first, role: 'support' }] as const;

function world() {
  const { deps, insert } = operatorWorld();
  const providerRoles = [
    { claim: 'staff', organisationId: first, role: 'support' },
    { claim: 'all', organisationId: '*', role: 'owner' },
  ] as const;
  const logIn = makeLogInByClaims({ ...deps, providerRoles });
  const enter = (edits: Partial<ProvenIdentity> = {}, only: OperatorId | null = null) =>
    logIn({ proven: { ...known, ...edits }, sessionToken: null, only });
  const found = () => deps.operators.findByIdentity(identity);
  return { deps, insert, enter, found };
}

describe('Somebody whom a provider knows', () => {
  test('is an operator from the first time on, with the roles of their claims', async () => {
    const { enter, found } = world();
    expect(await enter()).toMatchObject({ ok: true, session: { token: 'secret-1' } });
    const operator = await found();
    expect(operator).toMatchObject({ name: 'One', email: 'one@people.test', memberships: support });
    expect(await enter()).toMatchObject({ ok: true });
    expect(await found()).toEqual(operator);
  });

  test('is called by their address where they have no name', async () => {
    const { enter, found } = world();
    await enter({ name: null });
    expect((await found())?.name).toBe('one@people.test');
  });

  test('is one operator, also where they come twice at once', async () => {
    const { deps, enter } = world();
    expect((await Promise.all([enter(), enter()])).every((it) => it.ok)).toBe(true);
    expect(await deps.operators.list()).toHaveLength(1);
  });

  test.each([
    [{ claims: [] }, 'no_role'],
    [{ email: null }, 'no_email'],
    [{ email: 'none' }, 'no_email'],
    [{ email: 'other@people.test' }, 'email_taken'],
  ])('does not come in with %j', async (edits, failure) => {
    const { enter, found, insert } = world();
    await insert({ email: 'other@people.test' });
    expect(await enter(edits)).toEqual({ ok: false, failure });
    expect(await found()).toBeNull();
  });

  test('does not come in while disabled, and nothing of them changes', async () => {
    const { enter, found, insert } = world();
    const operator = await insert({ identity, disabled: true });
    expect(await enter()).toEqual({ ok: false, failure: 'operator_disabled' });
    expect(await found()).toEqual(operator);
  });

  test('loses what the claims do not say any more, and what was open with it', async () => {
    const { deps, enter, found, insert } = world();
    const { id } = await insert({
      identity,
      memberships: [{ organisationId: '*', role: 'owner' }],
    });
    await insertSession(deps, id, 'open');
    expect(await enter()).toMatchObject({ ok: true });
    expect((await found())?.memberships).toEqual(support);
    expect(await deps.pageAccess.findSession('#open')).toBeNull();
    expect(await deps.pageAccess.findSession('#secret-1')).not.toBeNull();
    expect(await enter({ claims: [] })).toEqual({ ok: false, failure: 'no_role' });
    expect((await found())?.memberships).toEqual([]);
    expect(await deps.pageAccess.findSession('#secret-1')).toBeNull();
  });

  test('keeps what is open where nothing has changed', async () => {
    const { deps, enter, insert } = world();
    const { id } = await insert({ identity, memberships: support });
    await insertSession(deps, id, 'open');
    await enter();
    expect(await deps.pageAccess.findSession('#open')).not.toBeNull();
  });

  test('has proved who they are when the provider says, and never in the future', async () => {
    const { deps, enter } = world();
    const early = at('2026-11-01T09:00:00Z');
    await enter();
    await enter({ authenticatedAt: early });
    await enter({ authenticatedAt: at('2026-11-01T13:00:00Z') });
    const proved = await Promise.all(
      [1, 2, 3].map(async (it) => {
        return (await deps.pageAccess.findSession(`#secret-${String(it)}`))?.provedAt;
      }),
    );
    expect(proved).toEqual([0, early, noon]);
  });

  test('is not whoever has to prove again that it is them', async () => {
    const { enter, found, insert } = world();
    const { id } = await insert({ identity, memberships: support });
    const failure = 'another_operator';
    expect(await enter({}, newId<OperatorId>())).toEqual({ ok: false, failure });
    expect(await enter({ identity: 'https://id.test b' }, id)).toEqual({ ok: false, failure });
    expect(await enter({}, id)).toMatchObject({ ok: true });
    expect((await found())?.id).toBe(id);
  });
});
