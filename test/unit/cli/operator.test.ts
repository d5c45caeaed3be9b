import { describe, expect, test } from '@jest/globals';
import { organisationId, runCommand } from './run-command.js';

const id = 'e'.repeat(24);
const whom = ['--operator', 'demo'];
const add = ['operator', 'add', '--name', 'Ada', '--email', 'ada@a.test', '--role', 'owner'];

describe('operator', () => {
  test('add prints the id, of one organisation or of all', async () => {
    const { code, stdout, calls } = await runCommand([...add, '--organisation', organisationId]);
    expect([code, stdout]).toEqual([0, `operator\t${id}\n`]);
    const given = { within: '*', name: 'Ada', email: 'ada@a.test', role: 'owner' };
    expect(calls[0]).toEqual(['addOperator', { ...given, organisationId }]);
    const everywhere = await runCommand([...add, '--organisation', 'all']);
    expect(everywhere.calls[0]).toEqual(['addOperator', { ...given, organisationId: '*' }]);
  });

  test('add refuses an address that somebody has, and an unknown organisation', async () => {
    const addOperator = () => Promise.resolve({ ok: false, failure: 'email_taken' } as const);
    const words = [...add, '--organisation', 'all'];
    expect(await runCommand(words, { application: { addOperator } })).toMatchObject({
      code: 1,
      stderr: 'an operator has this e-mail address\n',
    });
    expect(await runCommand([...add, '--organisation', 'f'.repeat(24)])).toMatchObject({
      code: 1,
      stderr: 'there is no such organisation\n',
    });
  });

  test('list prints a line for each', async () => {
    const { stdout } = await runCommand(['operator', 'list']);
    expect(stdout).toBe(`${id}\tdemo@a.test\tenabled\t1\tall:owner\tdemo\n`);
  });

  test.each([
    [['disable', ...whom], `operator\t${id}\tdisabled\n`],
    [['enable', ...whom], `operator\t${id}\tenabled\n`],
    [['role', ...whom, '--organisation', 'all', '--role', 'none'], `operator\t${id}\tnone\n`],
    [['link', ...whom], 'http://localhost:8080/console/enter/a-token\n'],
  ])('%j says what was done', async (words, stdout) => {
    const ran = await runCommand(['operator', ...words]);
    expect([ran.code, ran.stdout]).toEqual([0, stdout]);
  });

  test.each([['disable'], ['enable'], ['link']])('%s of nobody is refused', async (name) => {
    const ran = await runCommand(['operator', name, '--operator', 'nobody']);
    expect([ran.code, ran.stderr]).toEqual([1, 'there is no such operator\n']);
  });

  test.each([
    [[...add.slice(0, -1), 'boss', '--organisation', 'all']],
    [['operator', 'role', ...whom, '--organisation', 'some', '--role', 'viewer']],
    [['operator', 'link']],
  ])('%j is wrong usage', async (words) => {
    expect((await runCommand(words)).code).toBe(2);
  });

  test('a command says what it is for', async () => {
    const ran = await runCommand(['operator', 'link', '--help']);
    expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining('within 15 minutes')]);
  });
});
