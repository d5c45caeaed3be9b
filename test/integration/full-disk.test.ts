import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type GatewayProcess, runMain, startGateway } from '../support/gateway-process.js';
import {
  accountId,
  periodId,
  userProductId,
  writeSubscribersFile,
} from '../support/subscribers-file.js';
import { until } from '../support/until.js';

/** Mounts a small disk there; false where this user may not. */
function mountSmallDisk(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', folder]).status === 0;
}

const mayMount = ((): boolean => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mount-'));
  const isMounted = mountSmallDisk(folder);
  if (isMounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true });
  return isMounted;
})();

// A disk that is full is a small one that was filled; mounting it needs a right.
const describeWithDisk = mayMount ? describe : describe.skip;

describeWithDisk('A full disk (needs the right to mount one)', () => {
  let folder: string;
  let disk: string;
  let gateway: GatewayProcess | undefined;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'full-'));
    disk = path.join(folder, 'disk');
    mkdirSync(disk);
    mountSmallDisk(disk);
  });
  afterEach(async () => {
    await gateway?.kill('SIGKILL');
    spawnSync('umount', ['-l', disk]);
    rmSync(folder, { recursive: true, force: true });
  });

  const fill = (): void => {
    try {
      writeFileSync(path.join(disk, 'ballast'), Buffer.alloc(128 * 1024 * 1024));
    } catch {
      // It holds now what there was room for.
    }
  };

  test('is 503 and not ready, and comes back by itself when there is room', async () => {
    const settings = { DATA_DIR: path.join(disk, 'data'), DEMO: 'off', LOG_LEVEL: 'silent' };
    const file = await writeSubscribersFile(folder, 40);
    expect(await runMain(['import', file], settings)).toMatchObject({ code: 0 });
    const token = (await runMain(['token', '--client', 'tester'], settings)).stdout.trim();
    gateway = await startGateway(settings);
    const { url } = gateway;
    const readiness = () => fetch(`${url}/health/ready`);
    const upgrade = (index: number) =>
      fetch(`${url}/external/api/v1/subscription_system/change_product`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          account_id: accountId(index),
          user_product_id: userProductId(index),
          package_code: 'digital',
          target_period_id: periodId('digital'),
        }),
      });
    expect((await upgrade(1)).status).toBe(200);
    expect((await readiness()).status).toBe(200);

    fill();
    // Freed pages of the file itself may still take a few.
    let refused = await upgrade(2);
    for (let index = 3; refused.status === 200 && index <= 40; index += 1)
      refused = await upgrade(index);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(await refused.json()).toMatchObject({ code: 'service_unavailable' });
    await until(async () => (await readiness()).status === 503);
    expect(await (await readiness()).json()).toMatchObject({ failing: ['database'] });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);

    rmSync(path.join(disk, 'ballast'));
    await until(async () => (await readiness()).status === 200);
    expect((await upgrade(40)).status).toBe(200);
    expect(await gateway.kill('SIGTERM')).toBe(0);
    expect(await runMain(['verify'], settings)).toMatchObject({ code: 0 });
  });
});
