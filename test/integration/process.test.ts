import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isFull, runs } from '../support/depth.js';
import {
  type GatewayProcess,
  runMain,
  type Settings,
  startGateway,
  startMain,
} from '../support/gateway-process.js';
import {
  accountId,
  periodId,
  userProductId,
  writeSubscribersFile,
} from '../support/subscribers-file.js';
import { until } from '../support/until.js';
import { runHere } from './cli-here.js';

type Answer = { readonly status: number; readonly id: string | null };

const subscribers = runs(60, 30);
/** How long each process lives once it is sent requests, in milliseconds. */
const lives = isFull ? [5, 17, 29, 41, 53, 65] : [5, 29, 65];

describe('The process, with its own database', () => {
  let folder: string;
  let settings: Settings;
  let token: string;
  /** What each test begins with: the same folder, copied. */
  let imported: string;
  const started: GatewayProcess[] = [];

  const settingsOf = (of: string): Settings => ({
    ...{ APP_ENV: 'test', DATA_DIR: path.join(of, 'data'), DEMO: 'off', LOG_LEVEL: 'warn' },
  });

  beforeAll(async () => {
    imported = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    const file = await writeSubscribersFile(imported, subscribers);
    const own = settingsOf(imported);
    expect(await runMain(['import', file], own)).toMatchObject({ code: 0 });
    token = (await runMain(['token', '--client', 'tester'], own)).stdout.trim();
  });
  afterAll(() => rm(imported, { recursive: true, force: true }));

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    settings = settingsOf(folder);
    await cp(path.join(imported, 'data'), path.join(folder, 'data'), { recursive: true });
  });

  afterEach(async () => {
    for (const gateway of started.splice(0)) await gateway.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const start = async (more: Settings = {}): Promise<GatewayProcess> => {
    const gateway = await startGateway({ ...settings, ...more });
    started.push(gateway);
    return gateway;
  };

  /** An upgrade of that subscriber; null where the connection was cut before an answer. */
  const upgrade = async (gateway: GatewayProcess, index: number): Promise<Answer | null> => {
    try {
      const response = await fetch(
        `${gateway.url}/external/api/v1/subscription_system/change_product`,
        {
          method: 'PUT',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({
            account_id: accountId(index),
            user_product_id: userProductId(index),
            package_code: 'digital',
            target_period_id: periodId('digital'),
          }),
        },
      );
      const body = (await response.json()) as { id?: string };
      return { status: response.status, id: body.id ?? null };
    } catch {
      return null;
    }
  };

  const productsOf = async (
    gateway: GatewayProcess,
    index: number,
  ): Promise<readonly { id: string; state: string; product_code: string }[]> => {
    const response = await fetch(
      `${gateway.url}/external/api/v1/userproducts/${accountId(index)}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    const { items } = (await response.json()) as Awaited<ReturnType<typeof productsOf>> & {
      items: { id: string; state: string; product_code: string }[];
    };
    return items;
  };

  test('killed again and again under load loses nothing it acknowledged and doubles nothing', async () => {
    const acknowledged = new Map<number, string>();
    for (const [round, ms] of lives.entries()) {
      const gateway = await start();
      const first = round * 8 + 1;
      // Each round sends this round's subscribers, and last round's again: legacy clients retry.
      const indexes = Array.from({ length: 16 }, (_, offset) => Math.max(1, first - 8 + offset));
      const sent = indexes.map(async (index) => {
        const answer = await upgrade(gateway, index);
        if (answer?.status !== 200 || answer.id === null) return;
        const known = acknowledged.get(index);
        if (known !== undefined) expect(answer.id).toBe(known);
        acknowledged.set(index, answer.id);
      });
      await pause(ms);
      await gateway.kill('SIGKILL');
      await Promise.all(sent);
    }
    const gateway = await start();
    for (let index = 1; index <= subscribers; index += 1) {
      const answer = await upgrade(gateway, index);
      expect(answer?.status).toBe(200);
      expect(answer?.id).toBe(acknowledged.get(index) ?? answer?.id);
      const products = await productsOf(gateway, index);
      expect(products.map((it) => `${it.product_code} ${it.state}`)).toEqual([
        'basic deactivated',
        'digital activated',
      ]);
    }
    await gateway.kill('SIGKILL');
    expect(await runHere(['verify'], settings)).toMatchObject({ code: 0 });
  });

  test('told to stop under load answers every request it accepted, and exits 0', async () => {
    const gateway = await start();
    const indexes = Array.from({ length: subscribers }, (_, index) => index + 1);
    const answers = indexes.map((index) => upgrade(gateway, index));
    await answers[0];
    const exit = gateway.kill('SIGTERM');
    const received = await Promise.all(answers);
    expect(await exit).toBe(0);
    const again = await start();
    for (const [position, answer] of received.entries()) {
      const products = await productsOf(again, position + 1);
      // A connection that was refused did nothing; one that was answered did what it said.
      expect(products.map((it) => it.id).at(-1)).toBe(answer?.id ?? userProductId(position + 1));
    }
    expect(received.filter((it) => it?.status === 200).length).toBeGreaterThan(0);
  });

  test('a second start on the same folder says so in one sentence and exits 1', async () => {
    await start();
    const second = await runMain(['serve'], { PORT: '0', ...settings });
    expect(second.code).toBe(1);
    expect(second.stderr.trim().split('\n')).toHaveLength(1);
    expect(second.stderr).toContain('in use');
  });

  test('without its database answers 503 with Retry-After, and works again when it is back', async () => {
    const separate = { ...settings, DATA_DIR: path.join(folder, 'data') };
    const startDatabase = (port: string): Promise<GatewayProcess> =>
      startMain(['embedded-mongo', '--port', port], separate, /^(mongodb:\S+)/);
    const database = await startDatabase('0');
    const port = new URL(database.url).port;
    const gateway = await start({
      MONGODB_URI: database.url,
      DATA_DIR: path.join(folder, 'data'),
      REQUEST_TIMEOUT_MS: '3000',
    });
    expect(await upgrade(gateway, 1)).toMatchObject({ status: 200 });
    expect((await fetch(`${gateway.url}/health/ready`)).status).toBe(200);

    await database.kill('SIGKILL');
    const away = await fetch(`${gateway.url}/external/api/v1/userproducts/${accountId(2)}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await away.json()).toMatchObject({ code: 'service_unavailable' });
    // An answer may be a second old.
    await until(async () => (await fetch(`${gateway.url}/health/ready`)).status === 503);
    expect((await fetch(`${gateway.url}/health/live`)).status).toBe(200);

    const back = await startDatabase(port);
    started.push(back);
    await untilReady(gateway);
    expect(await upgrade(gateway, 2)).toMatchObject({ status: 200 });
    expect(await productsOf(gateway, 1)).toHaveLength(2);
    expect(await gateway.kill('SIGTERM')).toBe(0);
    expect(gateway.log()).not.toContain('tester-secret');
  });
});

async function untilReady(gateway: GatewayProcess): Promise<void> {
  await until(async () => (await fetch(`${gateway.url}/health/ready`)).status === 200);
}
