import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, test } from '@jest/globals';
import { refuseOldBuild } from '../support/fresh-build.js';
import { until } from '../support/until.js';
import { runHere } from './cli-here.js';
import { endAll, newFolder } from './cli-process.js';

// npm looks for a newer version of itself and writes what it did, unless told not to.
const quietNpm = { npm_config_update_notifier: 'false', npm_config_logs_max: '0' };

const onWindows = process.platform === 'win32' ? describe.skip : describe;

onWindows('A supervisor that knows npm alone', () => {
  const started: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of started.splice(0)) child.kill('SIGKILL');
    await endAll();
  });

  const startNpm = async (words: readonly string[], env: Record<string, string>) => {
    refuseOldBuild();
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn('npm', words, {
      env: { PATH, HOME, ...quietNpm, ...env },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    started.push(child);
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('The gateway listens on')) break;
    }
    return child;
  };
  const isThere = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  test.each([
    ['npm start', ['start']],
    ['npm run -s cli -- serve', ['run', '-s', 'cli', '--', 'serve']],
  ])('ends the gateway with it: SIGTERM to `%s` alone leaves nothing behind', async (_, words) => {
    const folder = newFolder();
    const env = { APP_ENV: 'test', LOG_LEVEL: 'silent', DATA_DIR: folder, PORT: '0' };
    const npm = await startNpm(words, env);
    const gateway = ownerOf(folder);
    expect(gateway).not.toBe(npm.pid);

    const ended = once(npm, 'exit');
    npm.kill('SIGTERM');
    await ended;
    await until(() => Promise.resolve(!isThere(gateway)));
    expect((await runHere(['verify'], env)).code).toBe(0);
  });
});

/** The process that holds the folder, as it says there. */
function ownerOf(folder: string): number {
  const [claim = ''] = readdirSync(folder).filter((name) => name.startsWith('owner-'));
  const [, pid] = /"pid":(\d+)/.exec(readFileSync(path.join(folder, claim), 'utf8')) ?? [];
  return Number(pid);
}
