import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isFull } from '../support/depth.js';
import { runHere } from './cli-here.js';
import { endAll, newFolder, startUntil } from './cli-process.js';

afterAll(endAll);

const listening = /listens on (http:\S+)/;
const modeOf = (folder: string): string => (statSync(folder).mode & 0o777).toString(8);
const envOf = (folder: string, logLevel = 'silent') => ({
  ...{ APP_ENV: 'test', LOG_LEVEL: logLevel, DATA_DIR: folder, PORT: '0' },
});

const names = [
  '50%25 of it',
  '100%',
  'with spaces',
  'dättä é 数据',
  'quotes \' and " and (brackets)!*~',
  'a,b@c:d?e#f&g=h',
];
/** What needs an escape for itself is enough of that: a folder whose name has all else, and one with a `%` too. */
const together = ['dä é 数\'"(b)!*~,b@c:d?e#f&g=h', '50%25 100%'];

describe('DATA_DIR', () => {
  test.each(isFull ? names : together)(
    'may be called %j: it is served, and commands beside the server find it',
    async (name) => {
      const env = envOf(path.join(newFolder(), name));
      const server = await startUntil(listening, ['serve'], env);
      const loaded = await runHere(['demo', 'load'], env);
      expect([loaded.stderr, loaded.code]).toEqual(['', 0]);
      expect((await server.stop()).code).toBe(0);
      expect((await runHere(['verify'], env)).stdout).toContain(
        'all promises hold: 2 organisations',
      );
    },
  );

  test.each([
    ['serve', (env: Record<string, string>) => startUntil(listening, ['serve'], env)],
    ['a command', (env: Record<string, string>) => runHere(['demo', 'load'], env)],
  ])('is for its user alone, with the folders above it, when %s makes it', async (_, make) => {
    const above = newFolder();
    const folder = path.join(above, 'data');
    const made = await make(envOf(folder, 'warn'));
    expect([above, folder].map(modeOf)).toEqual(['700', '700']);
    if ('stop' in made) expect((await made.stop()).stderr).toBe('');
    else expect(made.stderr).toBe('');
  });

  test('that others may enter is left as it is and told of, with what mends it', async () => {
    const folder = newFolder();
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o755);
    const { code, stderr } = await runHere(['demo', 'load'], envOf(folder, 'warn'));
    expect(code).toBe(0);
    expect(stderr).toContain('the database folder is open to other users');
    expect(stderr).toContain(`chmod 700 ${folder}`);
    expect(modeOf(folder)).toBe('755');
    const files = readdirSync(folder).filter((name) => statSync(path.join(folder, name)).isFile());
    expect(files.map((name) => modeOf(path.join(folder, name)))).toEqual(files.map(() => '600'));
  });
});
