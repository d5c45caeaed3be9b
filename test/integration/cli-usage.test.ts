import { afterAll, describe, expect, test } from '@jest/globals';
import { endAll, newFolder, run } from './cli-process.js';

afterAll(endAll);

const pasted = 'hunter2-do-not-print';
const deployed = {
  APP_ENV: 'production',
  MONGODB_URI: `mongodb://operator:${pasted}@127.0.0.1:1/x`,
  TOKEN_KEYS: JSON.stringify({ keys: [{ kid: 'a', secret: pasted }] }),
};

describe('faulty settings', () => {
  test('are told all at once, by name, and the process exits 2', async () => {
    const { code, stdout, stderr } = await run(['serve'], {
      APP_ENV: 'stage',
      PORT: 'eighty',
      LOG_LEVEL: 'loud',
      DEMO: 'on',
    });
    expect([code, stdout]).toEqual([2, '']);
    const named = stderr.trimEnd().split('\n');
    expect(named.map((it) => it.split(' ')[0]).toSorted()).toEqual([
      'DEMO',
      'LOG_LEVEL',
      'MONGODB_URI',
      'PORT',
      'TOKEN_KEYS',
    ]);
  });

  test('the demo is not served beyond this machine', async () => {
    const env = { HOST: '0.0.0.0', DATA_DIR: newFolder() };
    const { code, stdout, stderr } = await run(['serve'], env);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^HOST /);
  });

  test('token keys that are none are a fault of TOKEN_KEYS, without being printed', async () => {
    const env = { DATA_DIR: newFolder(), APP_ENV: 'test', TOKEN_KEYS: `{"keys": "${pasted}"}` };
    const { code, stdout, stderr } = await run(['token'], env);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^TOKEN_KEYS /);
    expect(stderr).not.toContain(pasted);
  });
});

describe('bad usage', () => {
  test.each([[[]], [['nonsense']], [['import']], [['clock', 'set']], [['serve', '--worker', '3']]])(
    '%j exits 2 and says why on stderr',
    async (words) => {
      const { code, stdout, stderr } = await run(words, { DATA_DIR: newFolder() });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).not.toBe('');
    },
  );

  test('help exits 0', async () => {
    const { code, stdout, stderr } = await run(['--help'], {});
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('embedded-mongo');
  });
});

describe('in production', () => {
  test('settings mask secrets', async () => {
    const { code, stdout, stderr } = await run(['settings'], deployed);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('mongodb://***@127.0.0.1:1/x');
    expect(stdout).not.toContain(pasted);
  });

  test.each([[['token']], [['demo', 'load']], [['demo', 'reset']]])(
    '%j is refused in one line',
    async (words) => {
      const { code, stdout, stderr } = await run(words, deployed);
      expect([code, stdout]).toEqual([1, '']);
      expect(stderr).toMatch(/^[^\n]*development and test only[^\n]*\n$/);
    },
  );
});

test('a database that cannot be reached is told without its credentials', async () => {
  const MONGODB_URI = `mongodb://operator:${pasted}@127.0.0.1:1/x?serverSelectionTimeoutMS=300`;
  const { code, stdout, stderr } = await run(['verify'], {
    APP_ENV: 'test',
    DATA_DIR: newFolder(),
    MONGODB_URI,
  });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^[^\n]+\n$/);
  expect(stderr).not.toContain(pasted);
});
