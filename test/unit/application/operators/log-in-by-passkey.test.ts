import { describe, expect, test } from '@jest/globals';
import {
  makeAskPasskey,
  makeLogInByPasskey,
  makeProveByPasskey,
} from '../../../../src/application/operators/log-in-by-passkey.js';
import { at } from '../../../support/domain/at.js';
import { party, passkey, worldOfPasskeys } from './log-in-world.js';
import { insertSession, noon } from './operator-world.js';

const refused = { ok: false, failure: 'passkey_refused' };

describe('A log-in by passkey', () => {
  test('is begun for the host of the console, and bound to the browser', async () => {
    const { deps } = await worldOfPasskeys();
    expect(await makeAskPasskey(deps)(party)).toEqual({
      options: 'use console.test',
      sealed: JSON.stringify({ kind: 'passkey', challenge: 'asked', begunAt: noon }),
    });
  });

  test('lets its owner in, in a session of its own', async () => {
    const { deps, id, answered } = await worldOfPasskeys();
    await insertSession(deps, id, 'former');
    const entered = await makeLogInByPasskey(deps)({ ...answered(), sessionToken: 'former' });
    expect(entered).toMatchObject({ ok: true, session: { token: 'secret-1' } });
    expect(await deps.pageAccess.findSession('#former')).toBeNull();
    expect(await deps.pageAccess.findSession('#secret-1')).toMatchObject({
      owner: { operatorId: id },
      provedAt: noon,
    });
  });

  test('lets nobody in where the passkey is refused', async () => {
    const { deps, answered } = await worldOfPasskeys();
    const given = { ...answered({ challenge: 'another' }), sessionToken: null };
    expect(await makeLogInByPasskey(deps)(given)).toEqual(refused);
    expect(await deps.pageAccess.findSession('#secret-1')).toBeNull();
  });
});

test('A proof is that of whoever is in, and of nobody else', async () => {
  const { deps, id, answered, time, insert } = await worldOfPasskeys();
  const later = at('2026-11-01T12:30:00Z');
  const other = await insert({ passkeys: [passkey] });
  await insertSession(deps, id, 'open');
  time.set(later);
  const prove = makeProveByPasskey(deps);
  const asked = { operatorId: id, sessionToken: 'open' };
  expect(await prove({ ...answered({ operatorId: other.id }), ...asked })).toEqual(refused);
  expect(await deps.pageAccess.findSession('#open')).toMatchObject({ provedAt: noon });
  expect(await prove({ ...answered(), ...asked })).toEqual({ ok: true });
  expect(await deps.pageAccess.findSession('#open')).toMatchObject({ provedAt: later });
});
