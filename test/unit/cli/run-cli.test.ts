import { describe, expect, test } from '@jest/globals';
import { organisationId, runCommand } from './run-command.js';

const organisation = ['--organisation', organisationId];
const deployed = {
  APP_ENV: 'production',
  MONGODB_URI: 'mongodb://operator:hunter2@db/x',
  TOKEN_KEYS: '{"keys":"do-not-print-me"}',
};

describe('help', () => {
  test.each([
    [[]],
    [['serve']],
    [['worker']],
    [['embedded-mongo']],
    [['import']],
    [['client']],
    [['client', 'add']],
    [['client', 'list']],
    [['client', 'disable']],
    [['client', 'enable']],
    [['client', 'rotate-secret']],
    [['clock', 'show']],
    [['clock', 'set']],
    [['clock', 'advance']],
    [['demo', 'load']],
    [['demo', 'reset']],
    [['settings']],
    [['verify']],
    [['outbox', 'show']],
    [['token']],
  ])('of %j is on stdout, and the command is not run', async (words) => {
    const { code, stdout, stderr, calls } = await runCommand([...words, '--help']);
    expect([code, stderr, calls]).toEqual([0, '', []]);
    expect(stdout).toContain(`Usage: ${['cli', ...words].join(' ')}`);
  });
});

describe('bad usage', () => {
  test.each([
    [[]],
    [['nonsense']],
    [['serve', '--port', '1']],
    [['serve', 'extra']],
    [['embedded-mongo']],
    [['embedded-mongo', '--port', '65536']],
    [['import']],
    [['client']],
    [['client', 'add', 'x']],
    [['client', 'add', 'x', ...organisation, '--scopes', ' ']],
    [['clock', 'show']],
    [['clock', 'show', '--organisation', 'x']],
    [['clock', 'set', ...organisation, '--to', 'tomorrow']],
    [['clock', 'advance', ...organisation, '--by', '-1M']],
    [['clock', 'advance', ...organisation, '--by', '0D']],
    [['demo', 'drop']],
    [['verify', '--organisation', '1']],
    [['token', '--expires-in', '0']],
    [['token', '--account', 'x']],
  ])('%j exits 2, says why on stderr and does nothing', async (words) => {
    const { code, stdout, stderr, calls } = await runCommand(words);
    expect([code, stdout, calls]).toEqual([2, '', []]);
    expect(stderr).not.toBe('');
  });
});

describe('faulty settings', () => {
  test('are told all at once by every command, which exits 2 and does nothing', async () => {
    const env = { PORT: 'x', WORKER: 'perhaps', APP_ENV: 'production' };
    for (const words of [['serve'], ['verify'], ['settings'], ['token'], ['demo', 'reset']]) {
      const { code, stdout, stderr, calls } = await runCommand(words, { env });
      expect([code, stdout, calls]).toEqual([2, '', []]);
      expect(stderr.split('\n')).toEqual([
        'PORT must be a whole number from 0 to 65535',
        'WORKER must be on or off',
        'MONGODB_URI is required in stage and production',
        'TOKEN_KEYS is required in stage and production',
        '',
      ]);
    }
  });
});

describe('a failure', () => {
  test('is one line on stderr without credentials, and exit 1', async () => {
    const failure = new Error('no answer from mongodb://operator:hunter2@db/x\n    at somewhere');
    for (const words of [['serve'], ['worker'], ['verify'], ['outbox', 'show']]) {
      const { code, stdout, stderr } = await runCommand(words, { failure });
      expect([code, stdout, stderr]).toEqual([1, '', 'no answer from mongodb://***@db/x\n']);
    }
  });

  test('to listen says so in words', async () => {
    const failure = Object.assign(new Error('listen EADDRINUSE: 127.0.0.1:8080'), {
      code: 'EADDRINUSE',
    });
    const { code, stderr } = await runCommand(['serve'], { failure });
    expect([code, stderr]).toEqual([
      1,
      'the address is in use by another process: listen EADDRINUSE: 127.0.0.1:8080\n',
    ]);
  });

  test('closes the application all the same', async () => {
    const verifyInstallation = () => Promise.reject(new Error('the database went away'));
    const { code, calls } = await runCommand(['verify'], { application: { verifyInstallation } });
    expect([code, calls]).toEqual([1, [['close']]]);
  });
});

describe('the processes', () => {
  test.each([
    [['serve'], {}, ['serve', { worker: true }]],
    [['serve', '--no-worker'], {}, ['serve', { worker: false }]],
    [['serve'], { WORKER: 'off' }, ['serve', { worker: false }]],
    [['worker'], {}, ['worker', undefined]],
    [['embedded-mongo', '--port', '0'], {}, ['embeddedMongo', { port: 0 }]],
  ])('%j with %j', async (words, env, call) => {
    expect(await runCommand(words, { env })).toMatchObject({ code: 0, stdout: '', calls: [call] });
  });
});

describe('settings', () => {
  test('are printed with value, source, default, type and meaning', async () => {
    const { code, stdout } = await runCommand(['settings'], { env: { PORT: '9000' } });
    expect(code).toBe(0);
    expect(stdout).toContain(
      [
        'PORT',
        '  value    9000 (environment)',
        '  default  8080',
        '  type     a whole number from 0 to 65535',
        '  meaning  where the gateway listens; 0 takes any free port',
        '',
      ].join('\n'),
    );
  });

  test('mask secrets', async () => {
    const { stdout } = await runCommand(['settings'], { env: deployed });
    expect(stdout).toContain('mongodb://***@db/x');
    expect(stdout).not.toMatch(/hunter2|do-not-print-me/);
  });
});
