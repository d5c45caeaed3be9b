import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeLog } from '../../../src/observability/log.js';
import { clientSecret, startApp, type StartedApp } from '../payway/start-app.js';
import { send } from '../payway/send.js';

const folder = mkdtempSync(path.join(tmpdir(), 'log-'));
let written = '';
let app: StartedApp;
beforeAll(async () => {
  const stream = { write: (line: string) => void (written += line) };
  app = await startApp({ log: makeLog({ level: 'info', stream }), trustedProxies: ['loopback'] });
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const secret = 'hunter2';
function signIn(address: string, id: string, given = secret) {
  return send(app.port, {
    method: 'POST',
    path: '/api/authorization/access_token',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-forwarded-for': address,
    },
    body: new URLSearchParams({
      grant_type: 'none',
      scope: '/external/userproduct/w',
      client_id: id,
      client_secret: given,
    }).toString(),
  });
}

/** What the handbook says to type, in a folder with that log. */
function searchOfHandbook(log: string): readonly string[] {
  const blocks = readFileSync('docs/operating.md', 'utf8').matchAll(/```sh\n([^]*?)```/g);
  const command = [...blocks].map(([, it = '']) => it).find((it) => it.includes('triedClientId'));
  writeFileSync(path.join(folder, 'gateway.log'), log);
  const found = execFileSync('sh', ['-c', command ?? 'false'], { cwd: folder, encoding: 'utf8' });
  return found
    .trimEnd()
    .split('\n')
    .map((it) => it.trim());
}

test('a failed sign-in is found by the handbook’s search, by whom it tried and from where', async () => {
  for (const [address, id] of [
    ['192.0.2.1', 'demo'],
    ['192.0.2.1:4711', 'demo'],
    ['192.0.2.1', 'a "b"\n\\'],
    ['2001:db8::5', 'x'.repeat(1_000)],
    ['192.0.2.1', ''],
  ] as const) {
    expect((await signIn(address, id)).status).toBe(401);
  }
  expect((await signIn('192.0.2.9', 'demo', clientSecret)).status).toBe(200);
  while (written.split('"route"').length <= 6) await new Promise(setImmediate);

  expect(searchOfHandbook(written).toSorted()).toEqual(
    [
      '2 "triedClientId":"demo","address":"192.0.2.1"',
      String.raw`1 "triedClientId":"a \"b\"?\\","address":"192.0.2.1"`,
      `1 "triedClientId":"${'x'.repeat(64)}","address":"2001:db8::5"`,
      '1 "triedClientId":"","address":"192.0.2.1"',
    ].toSorted(),
  );
  expect(searchOfHandbook(written)[0]).toMatch(/^2 /);
  expect(written).not.toContain(secret);
  expect(written).toContain('"address":"192.0.2.9"');
});
