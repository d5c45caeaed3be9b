import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Settings, spawnMain } from '../support/gateway-process.js';

type Started = { readonly printed: string; stop(): Promise<unknown> };

let folder: string;
let running: Started | null = null;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
});
afterEach(async () => {
  await running?.stop();
  running = null;
  await rm(folder, { recursive: true, force: true });
});

/** Starts the gateway as a newcomer does, and waits until it has printed this. */
async function start(settings: Settings, awaited: RegExp): Promise<Started> {
  const child = spawnMain(['serve'], {
    APP_ENV: 'development',
    DATA_DIR: path.join(folder, 'data'),
    LOG_LEVEL: 'warn',
    ...settings,
  });
  const stop = () => {
    child.kill('SIGTERM');
    return once(child, 'exit');
  };
  const printed = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (awaited.test(text)) resolve(text);
    });
    child.once('exit', () => {
      reject(new Error('the process ended before it was ready'));
    });
  });
  return (running = { printed, stop });
}

/** A port that is free now. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

const addressesIn = (text: string) => [...text.matchAll(/https?:\/\/[^\s/"']+/g)].map(([it]) => it);

async function documentAt(address: string) {
  const answer = await fetch(`${address}/openapi.json`);
  const { servers, components } = (await answer.json()) as {
    servers: unknown;
    components: {
      securitySchemes: {
        clientCredentials: { flows: { clientCredentials: { tokenUrl: string } } };
      };
    };
  };
  const { clientCredentials } = components.securitySchemes.clientCredentials.flows;
  return { servers, tokenUrl: clientCredentials.tokenUrl };
}

const pasteable = /--data '\{.*\}'[^]*\nConsole .*\n/;

// docs/spec/operations.md §2
describe('Whatever the port, what is printed and the API document name it', () => {
  test('with the demo', async () => {
    const port = await freePort();
    const { printed } = await start({ PORT: port }, pasteable);
    const address = `http://127.0.0.1:${port}`;
    const forPages = `http://localhost:${port}`;
    expect(new Set(addressesIn(printed))).toEqual(new Set([address, forPages]));
    expect(printed).toContain(`The gateway listens on ${address}\n`);
    expect(printed).toContain(`--url ${address}/external/api/v1/`);
    expect(await documentAt(address)).toEqual({
      servers: [{ url: address }],
      tokenUrl: `${address}/api/authorization/access_token`,
    });
    const greeted = await fetch(address, { headers: { accept: 'text/html' } });
    expect([greeted.status, await greeted.text()]).toEqual([
      200,
      expect.stringContaining('href="/docs"'),
    ]);
  });

  test('with the demo, and its portal opens once', async () => {
    const { printed } = await start({ PORT: '0' }, pasteable);
    const [line = '', opened = ''] = /^Portal {2}(\S+) {2}\(.*\)$/m.exec(printed) ?? [];
    expect(line).toMatch(/\(customer …0001, once, 60 min\)$/);
    const open = () => fetch(opened, { redirect: 'manual' });
    const first = await open();
    expect([first.status, first.headers.get('location')]).toEqual([303, '/portal']);
    const cookie = first.headers.getSetCookie().map((it) => it.split(';')[0]);
    expect(cookie).toEqual([expect.stringMatching(/^portal=/)]);
    const home = await fetch(new URL('/portal', opened), {
      headers: { cookie: cookie.join('; ') },
    });
    expect(home.status).toBe(200);
    expect((await open()).status).toBe(410);
  });

  test('with the demo, and its console opens once', async () => {
    const { printed } = await start({ PORT: '0' }, pasteable);
    const [line = '', opened = ''] = /^Console (\S+) {2}\(.*\)$/m.exec(printed) ?? [];
    expect(line).toMatch(/\(owner, once, 60 min\)$/);
    const open = () => fetch(opened, { redirect: 'manual' });
    const first = await open();
    expect([first.status, first.headers.get('location')]).toEqual([303, '/console']);
    const cookie = first.headers.getSetCookie().map((it) => it.split(';')[0] ?? '');
    const home = await fetch(new URL('/console', opened), {
      headers: { cookie: cookie.join('; ') },
    });
    expect([home.status, await home.text()]).toEqual([200, expect.stringContaining('/today')]);
    expect((await open()).status).toBe(410);
  });

  test('on all addresses, at any free port', async () => {
    const settings = { HOST: '0.0.0.0', PORT: '0', DEMO: 'off' };
    const { printed } = await start(settings, /listens on \S+\n/);
    const [address = ''] = addressesIn(printed);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    expect(await documentAt(address)).toEqual({
      servers: [{ url: address }],
      tokenUrl: `${address}/api/authorization/access_token`,
    });
  });

  test('but where a public address is set, that', async () => {
    const PUBLIC_BASE_URL = 'http://gateway.test:18080';
    const { printed } = await start({ PORT: '0', PUBLIC_BASE_URL }, pasteable);
    const [listens = ''] = addressesIn(printed);
    expect(printed).toContain(`--url ${PUBLIC_BASE_URL}/external/api/v1/`);
    expect(await documentAt(listens)).toEqual({
      servers: [{ url: PUBLIC_BASE_URL }],
      tokenUrl: `${PUBLIC_BASE_URL}/api/authorization/access_token`,
    });
  });
});
