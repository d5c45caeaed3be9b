import { describe, expect, test } from '@jest/globals';
import { organisationId, runCommand } from './run-command.js';

const organisation = ['--organisation', organisationId];
const id = '000000000000000000000002';
const url = 'https://receiver.test/';

describe('webhook', () => {
  test('add prints the secret, this once', async () => {
    const words = ['webhook', 'add', ...organisation, '--url', url, '--types', 'a, b'];
    const { code, stdout, calls } = await runCommand(words);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^webhook\t\w{24}\nsecret\twhsec_new\n$/),
    ]);
    const wanted = { organisationId, url, types: ['a', 'b'], enabled: true, secret: null };
    expect(calls[0]).toEqual(['registerEndpoint', wanted]);
  });

  test('add refuses an unknown organisation and a URL that is not allowed', async () => {
    const nobody = ['webhook', 'add', '--organisation', 'f'.repeat(24), '--url', url];
    expect(await runCommand(nobody)).toMatchObject({
      code: 1,
      stderr: 'there is no such organisation\n',
    });
    const registerEndpoint = () =>
      Promise.resolve({ ok: false, failure: 'address_not_allowed' } as const);
    const words = ['webhook', 'add', ...organisation, '--url', url];
    expect(await runCommand(words, { application: { registerEndpoint } })).toMatchObject({
      code: 1,
      stderr: 'the host of the URL has an address that is not on the public internet\n',
    });
  });

  test('list prints a line for each, without secrets', async () => {
    const { stdout } = await runCommand(['webhook', 'list', ...organisation]);
    expect(stdout.split('\t').slice(1)).toEqual([organisationId, 'enabled', url, 'all\n']);
  });

  test('remove and replay say what they did', async () => {
    const key = [...organisation, '--id', id];
    expect((await runCommand(['webhook', 'remove', ...key])).stdout).toBe(
      `webhook\t${id}\tremoved\n`,
    );
    const after = 'A'.repeat(24);
    const { stdout, calls } = await runCommand(['webhook', 'replay', ...key, '--after', after]);
    expect(stdout).toBe('queued\t4\n');
    const range = { organisationId, id, after: after.toLowerCase(), before: null };
    expect(calls[0]).toEqual(['replayEvents', range]);
  });

  test('remove and replay refuse what is unknown, and an id that is none is bad usage', async () => {
    const refused = () => Promise.resolve({ ok: false, failure: 'unknown_endpoint' } as const);
    const application = { removeEndpoint: refused, replayEvents: refused };
    for (const command of ['remove', 'replay']) {
      const words = ['webhook', command, ...organisation, '--id', id];
      expect(await runCommand(words, { application })).toMatchObject({
        code: 1,
        stderr: 'there is no such endpoint in this organisation\n',
      });
      expect((await runCommand([...words, '--id', 'x'])).code).toBe(2);
    }
  });
});
