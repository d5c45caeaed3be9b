import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { freshDatabaseUri } from '../support/database.js';
import { runMain, type Settings, startGateway } from '../support/gateway-process.js';

const preloading = (file: string): Settings => ({
  NODE_OPTIONS: `--import ${pathToFileURL(path.resolve('test/support', file)).href}`,
});
// Mongoose has a `bson` too; the embedded database's own is loaded by its modules alone, which are counted here.
const isOfEmbeddedMongo = (url: string): boolean =>
  /\/(packages|node_modules)\/(embedded-mongo|lmdb)\//.test(url);

describe('The embedded database', () => {
  let folder: string;
  let deployed: Settings;
  let recording: Settings;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    recording = {
      ...preloading('record-loaded-modules.mjs'),
      LOADED_MODULES: path.join(folder, 'loaded'),
    };
    deployed = {
      MONGODB_URI: freshDatabaseUri(),
      TOKEN_KEYS: JSON.stringify({
        signing: 'a',
        keys: [{ kid: 'a', alg: 'HS256', secret: 'a'.repeat(64) }],
      }),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
    };
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const loaded = async (): Promise<readonly string[]> =>
    (await readFile(path.join(folder, 'loaded'), 'utf8')).trimEnd().split('\n');

  test.each([['stage'], ['production']])(
    'is not loaded by a gateway in %s, not even in part',
    async (APP_ENV) => {
      const gateway = await startGateway({ ...deployed, ...recording, APP_ENV });
      expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);
      expect(await gateway.kill('SIGTERM')).toBe(0);
      const modules = await loaded();
      expect(modules.filter((it) => it.endsWith('/dist/main.js'))).toHaveLength(1);
      expect(modules.filter(isOfEmbeddedMongo)).toEqual([]);
    },
  );

  test('is not loaded by a command with a MONGODB_URI', async () => {
    const settings = { ...deployed, ...recording, APP_ENV: 'production' };
    const { stderr } = await runMain(['verify'], settings);
    // Its database is new and has no indexes: the command has looked.
    expect(stderr).toContain('promises do not hold');
    expect((await loaded()).filter(isOfEmbeddedMongo)).toEqual([]);
  });

  test('is loaded where there is no MONGODB_URI', async () => {
    const settings = { DATA_DIR: folder, APP_ENV: 'test', ...recording };
    const gateway = await startGateway(settings);
    expect(await gateway.kill('SIGTERM')).toBe(0);
    expect((await loaded()).filter(isOfEmbeddedMongo)).not.toEqual([]);
  });

  test('is asked for in one line where it is not installed', async () => {
    const settings = { DATA_DIR: folder, APP_ENV: 'test', PORT: '0' };
    const hidden = preloading('hide-embedded-mongo.mjs');
    expect(await runMain(['serve'], { ...settings, ...hidden })).toEqual({
      code: 1,
      stdout: '',
      stderr: 'The embedded database is not installed here: name a MongoDB by MONGODB_URI.\n',
    });
  });
});
