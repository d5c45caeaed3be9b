import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Gives every suite a real server process over a socket: the one in `MONGODB_URI`, else the embedded
 * database, built and started alone. Its address reaches the suites as `TEST_MONGODB_URI`; each suite
 * uses a database name of its own (`support/database.ts`).
 */
// eslint-disable-next-line no-restricted-syntax -- jest's own contract for a global set-up
export default async function startDatabase(): Promise<void> {
  const given = process.env.MONGODB_URI;
  if (given !== undefined && given !== '') {
    process.env.TEST_MONGODB_URI = given;
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'embedded-mongo-'));
  const child = spawn(process.execPath, ['dist/main.js', 'embedded-mongo', '--port', '0'], {
    env: { ...process.env, APP_ENV: 'test', DATA_DIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const [first] = (await Promise.race([
    once(lines, 'line'),
    once(child, 'exit').then(() => {
      throw new Error('the embedded database did not start: run `npm run build` first');
    }),
  ])) as [string];
  process.env.TEST_MONGODB_URI = first.trim();
  Object.assign(globalThis, { embeddedMongo: { child, folder } });
}
