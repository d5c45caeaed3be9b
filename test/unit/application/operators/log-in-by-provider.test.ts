import { describe, expect, test } from '@jest/globals';
import { makeLogInByClaims } from '../../../../src/application/operators/log-in-by-claims.js';
import {
  makeAskProvider,
  makeLogInByProvider,
} from '../../../../src/application/operators/log-in-by-provider.js';
import type { IdentityProvider } from '../../../../src/application/ports/identity-provider.js';
import { newId } from '../../../support/stored/ids.js';
import { openSeals } from './log-in-world.js';
import { operatorWorld } from './operator-world.js';

const question = { state: 's', nonce: 'n', verifier: 'v' };
const returnAddress = 'https://console.test/return';
const away = { ok: false, failure: 'provider_away' } as const;

/** A provider that knows one person, and answers who asks its own question. */
const plainProvider: IdentityProvider = {
  ask: ({ returnAddress: back, isFresh }) =>
    Promise.resolve({ ok: true, address: `${back} ${String(isFresh)}`, question }),
  answer: ({ question: asked, isFresh }) =>
    Promise.resolve(
      asked.state === 's'
        ? {
            ok: true,
            proven: {
              ...{ identity: isFresh ? 'again' : 'once', name: null, email: 'a@people.test' },
              ...{ claims: ['all'], authenticatedAt: null },
            },
          }
        : { ok: false, failure: 'provider_refused' },
    ),
};
const awayProvider: IdentityProvider = {
  ask: () => Promise.resolve(away),
  answer: () => Promise.resolve(away),
};

function world(identityProvider = plainProvider) {
  const { deps } = operatorWorld();
  const providerRoles = [{ claim: 'all', organisationId: '*', role: 'owner' }] as const;
  const logInByClaims = makeLogInByClaims({ ...deps, providerRoles });
  const parts = { identityProvider, sealedLogins: openSeals, logInByClaims };
  return { deps, ask: makeAskProvider(parts), logIn: makeLogInByProvider(parts) };
}

describe('A log-in by an identity provider', () => {
  test('leads from the question to the page that was asked for', async () => {
    const { ask, logIn } = world();
    const begun = await ask({ returnAddress, next: '/console/me', provesFor: null });
    expect(begun).toMatchObject({ ok: true, address: `${returnAddress} false` });
    const sealed = begun.ok ? begun.sealed : null;
    const entered = await logIn({ address: returnAddress, sealed, sessionToken: null });
    expect(entered).toMatchObject({ ok: true, next: '/console/me' });
  });

  test('is none in a browser that has not begun it', async () => {
    const { deps, logIn } = world();
    const passkey = JSON.stringify({ kind: 'passkey', challenge: 'asked' });
    for (const sealed of [null, 'over', passkey]) {
      const entered = await logIn({ address: returnAddress, sealed, sessionToken: null });
      expect(entered).toEqual({ ok: false, failure: 'no_login' });
    }
    expect(await deps.operators.list()).toEqual([]);
  });

  test('of somebody who proves again that it is them is theirs alone, and anew', async () => {
    const { ask, logIn } = world();
    const begun = await ask({ returnAddress, next: '/console', provesFor: newId() });
    expect(begun).toMatchObject({ ok: true, address: `${returnAddress} true` });
    const sealed = begun.ok ? begun.sealed : null;
    const entered = await logIn({ address: returnAddress, sealed, sessionToken: null });
    expect(entered).toEqual({ ok: false, failure: 'another_operator' });
  });

  test('says where the provider is away, or has said no', async () => {
    const { ask, logIn } = world(awayProvider);
    expect(await ask({ returnAddress, next: '/console', provesFor: null })).toEqual(away);
    const begun = { kind: 'provider', question, next: '/console', provesFor: null };
    const given = { address: returnAddress, sealed: JSON.stringify(begun), sessionToken: null };
    expect(await logIn(given)).toEqual(away);
    const other = { ...begun, question: { ...question, state: 'x' } };
    const refused = { ok: false, failure: 'provider_refused' };
    expect(await world().logIn({ ...given, sealed: JSON.stringify(other) })).toEqual(refused);
  });
});
