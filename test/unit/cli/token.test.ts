import { describe, expect, test } from '@jest/globals';
import { demo, organisationId, runCommand } from './run-command.js';

const production = { APP_ENV: 'production', MONGODB_URI: 'mongodb://db/x', TOKEN_KEYS: '{}' };

describe('token', () => {
  test('prints one token and nothing else, for the demo client with all its scopes, for an hour', async () => {
    const { code, stdout, stderr, calls } = await runCommand(['token']);
    expect([code, stdout, stderr]).toEqual([0, 'eyJ.a.token\n', '']);
    const claims = {
      clientId: 'demo',
      organisationId,
      scopes: ['/a/w', '/b/r'],
      accountId: null,
    };
    expect(calls).toEqual([['issue', claims, 3600], ['close']]);
  });

  test('takes scopes, an account and a time', async () => {
    const account = 'A'.repeat(24);
    const words = ['token', '--scope', '/b/r', '--account', account, '--expires-in', '60'];
    const { calls } = await runCommand(words);
    expect(calls[0]).toMatchObject(['issue', { scopes: ['/b/r'], accountId: 'a'.repeat(24) }, 60]);
  });

  test('takes of an identity what lies under /me, unless scopes are named', async () => {
    const clients = {
      find: () =>
        Promise.resolve({ ...demo, scopes: ['/external/me/r', '/a/w', '/external/me/w'] }),
    };
    const { calls } = await runCommand(['token', '--account', 'a'.repeat(24)], {
      application: { clients },
    });
    expect(calls[0]).toMatchObject([
      'issue',
      { scopes: ['/external/me/r', '/external/me/w'] },
      3_600,
    ]);
  });

  test('is refused of an identity where the client has nothing under /me', async () => {
    const { code, stderr } = await runCommand(['token', '--account', 'a'.repeat(24)]);
    expect([code, stderr]).toEqual([1, 'the client has no scope of /external/me/…\n']);
  });

  test.each([
    ['an unknown client', ['--client', 'nobody'], 'there is no such client\n'],
    ['a scope that the client lacks', ['--scope', '/c/w'], "the client's scopes are: /a/w /b/r\n"],
  ])('is refused for %s', async (_, words, line) => {
    const { code, stdout, stderr } = await runCommand(['token', ...words]);
    expect([code, stdout, stderr]).toEqual([1, '', line]);
  });

  test.each(['stage', 'production'])('is refused in %s', async (APP_ENV) => {
    const { code, stdout, stderr, calls } = await runCommand(['token'], {
      env: { ...production, APP_ENV },
    });
    expect([code, stdout, calls]).toEqual([1, '', []]);
    expect(stderr).toBe(
      'tokens are printed in development and test only: use the token endpoint\n',
    );
  });
});
