import { describe, expect, test } from '@jest/globals';
import { organisationId, runCommand } from './run-command.js';

const organisation = ['--organisation', organisationId];

describe('client', () => {
  const add = ['client', 'add', 'new', ...organisation, '--scopes', '/a/w /a/w  /b/r'];

  test('add prints a secret that was generated, this once', async () => {
    const { code, stdout, calls } = await runCommand(add);
    expect([code, stdout]).toEqual([0, 'client\tnew\nsecret\tgenerated\n']);
    expect(calls[0]).toEqual([
      'addClient',
      {
        organisationId,
        id: 'new',
        secret: null,
        scopes: ['/a/w', '/b/r'],
        provisionService: 'tulo',
      },
    ]);
  });

  test('add does not repeat a secret that was given on standard input', async () => {
    const { stdout, calls } = await runCommand([...add, '--secret-stdin'], { stdin: 'given\n' });
    expect(stdout).toBe('client\tnew\n');
    expect(calls[0]).toMatchObject(['addClient', { secret: 'given' }]);
  });

  test('add refuses a taken id and an unknown organisation', async () => {
    const addClient = () => Promise.resolve({ ok: false, failure: 'client_id_taken' } as const);
    const taken = await runCommand(add, { application: { addClient } });
    expect([taken.code, taken.stderr]).toEqual([1, 'this client id is taken\n']);
    const words = ['client', 'add', 'new', '--organisation', 'f'.repeat(24), '--scopes', 'a'];
    expect(await runCommand(words)).toMatchObject({
      code: 1,
      stderr: 'there is no such organisation\n',
    });
  });

  test('list prints a line for each, without secret or hash', async () => {
    const { stdout } = await runCommand(['client', 'list']);
    expect(stdout).toBe(`demo\t${organisationId}\tenabled\ttulo\t/a/w /b/r\n`);
  });

  test.each([
    [['disable', 'demo'], 'client\tdemo\tdisabled\n'],
    [['enable', 'demo'], 'client\tdemo\tenabled\n'],
    [['rotate-secret', 'demo'], 'client\tdemo\nsecret\trotated\n'],
    [['rotate-secret', 'demo', '--secret-stdin'], 'client\tdemo\n'],
  ])('%j', async (words, answer) => {
    const { code, stdout } = await runCommand(['client', ...words], { stdin: 's' });
    expect([code, stdout]).toEqual([0, answer]);
  });

  test.each(['disable', 'enable', 'rotate-secret'])(
    '%s refuses an unknown client',
    async (name) => {
      expect(await runCommand(['client', name, 'nobody'])).toMatchObject({
        code: 1,
        stderr: 'there is no such client\n',
      });
    },
  );
});
