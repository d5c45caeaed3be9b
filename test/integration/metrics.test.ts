import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type GatewayProcess,
  runMain,
  type Settings,
  startGateway,
  startMain,
} from '../support/gateway-process.js';
import { accountId, writeSubscribersFile } from '../support/subscribers-file.js';

/** A port that nobody listened on a moment ago: 0 means no metrics, so the system cannot choose. */
async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

describe('Metrics of a process', () => {
  let folder: string;
  let settings: Settings;
  let port: string;
  const started: GatewayProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'metrics-'));
    port = await freePort();
    settings = {
      DATA_DIR: path.join(folder, 'data'),
      DEMO: 'off',
      LOG_LEVEL: 'info',
      METRICS_PORT: port,
    };
  });

  afterEach(async () => {
    for (const it of started.splice(0)) await it.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  const scrape = async (): Promise<string> => {
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(response.status).toBe(200);
    return response.text();
  };

  test('are on their own port, and tell of requests, of the database and of what waits', async () => {
    const gateway = await startGateway(settings);
    started.push(gateway);
    await runMain(['import', await writeSubscribersFile(folder, 3)], settings);
    const { stdout } = await runMain(['token', '--client', 'tester'], settings);
    const headers = { authorization: `Bearer ${stdout.trim()}` };
    const account = `${gateway.url}/external/api/v1/userproducts/${accountId(1)}`;
    expect((await fetch(account, { headers })).status).toBe(200);

    const text = await scrape();
    expect(text).toMatch(
      /gateway_http_request_duration_seconds_count\{method="GET",route="\/external\/api\/v1\/userproducts\/:accountId",status="200"\} 1/,
    );
    expect(text).toMatch(
      /gateway_database_command_duration_seconds_count\{command="find",outcome="ok"\} \d/,
    );
    expect(text).toMatch(/^gateway_due_rows \d+$/m);
    expect(text).toMatch(/^gateway_outbox_oldest_entry_age_seconds [\d.]+$/m);
    expect(text).toContain('process_cpu_user_seconds_total');
    expect(text).not.toContain(accountId(1));
    expect((await fetch(`${gateway.url}/metrics`)).status).toBe(404);
    const elsewhere = `http://127.0.0.1:${port}/health/live`;
    expect((await fetch(elsewhere)).status).toBe(404);
    expect(await gateway.kill('SIGTERM')).toBe(0);
    await expect(fetch(elsewhere)).rejects.toThrow();
  });

  test('are there of a worker alone', async () => {
    const worker = await startMain(['worker'], settings, /(worker runs)/);
    started.push(worker);
    expect(await scrape()).toContain('gateway_periods_ended_total 0');
    expect(await worker.kill('SIGTERM')).toBe(0);
  });

  test('whose port is taken keep the process from starting, which says so', async () => {
    const gateway = await startGateway(settings);
    started.push(gateway);
    const { code, stderr } = await runMain(['worker'], settings);
    expect([code, stderr]).toEqual([
      1,
      `127.0.0.1:${port} is in use: another process listens there\n`,
    ]);
  });

  test('are off where nobody asks for them', async () => {
    const gateway = await startGateway({ ...settings, METRICS_PORT: '0' });
    started.push(gateway);
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });
});
