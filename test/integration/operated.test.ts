import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import {
  type GatewayProcess,
  runMain,
  type Settings,
  startGateway,
} from '../support/gateway-process.js';
import { accountId, writeSubscribersFile } from '../support/subscribers-file.js';

describe('A gateway as operators set it up', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  let folder: string;
  let settings: Settings;
  let gateway: GatewayProcess;
  let issuer: Server;
  let organisationId: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'operated-'));
    issuer = createServer((_req, res) => {
      const key = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'theirs' };
      res.end(JSON.stringify({ keys: [key] }));
    });
    await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
    const { port } = issuer.address() as AddressInfo;
    settings = {
      DATA_DIR: path.join(folder, 'data'),
      DEMO: 'off',
      LOG_LEVEL: 'info',
      TOKEN_JWKS_URL: `http://127.0.0.1:${String(port)}/keys`,
      TOKEN_JWKS_ISSUER: 'them',
      TRUSTED_PROXIES: 'loopback',
      RATE_LIMIT_PER_MINUTE: '3',
    };
    await runMain(['import', await writeSubscribersFile(folder, 1)], settings);
    gateway = await startGateway(settings);
    const { stdout } = await runMain(['client', 'list'], settings);
    organisationId = stdout.split('\t')[1] ?? '';
  });

  afterAll(async () => {
    await gateway.kill('SIGKILL');
    issuer.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('takes tokens of the issuer that it was told of, and tells of the request in its log', async () => {
    const claims = { organisation: organisationId, scope: '/external/userproduct/w' };
    const token = jwt.sign(claims, pair.privateKey, {
      algorithm: 'ES256',
      keyid: 'theirs',
      issuer: 'them',
      audience: 'payway-api',
      subject: 'tester',
      expiresIn: 60,
    });
    const answer = await fetch(`${gateway.url}/external/api/v1/userproducts/${accountId(1)}`, {
      headers: { authorization: `Bearer ${token}`, 'x-request-id': 'mine' },
    });
    expect(answer.status).toBe(200);
    await untilLogged(gateway, '"requestId":"mine"');
    const line = gateway
      .log()
      .split('\n')
      .find((it) => it.includes('"requestId":"mine"'));
    expect(JSON.parse(line ?? '')).toMatchObject({
      level: 'info',
      msg: 'request',
      method: 'GET',
      route: '/external/api/v1/userproducts/:accountId',
      status: 200,
      clientId: 'tester',
      organisationId,
    });
    expect(gateway.log()).not.toContain(accountId(1));
    expect(gateway.log()).not.toContain(token);
  });

  test('counts the clients behind its proxy, not the proxy', async () => {
    const statuses: number[] = [];
    for (const forwarded of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2']) {
      const answer = await fetch(`${gateway.url}/api/authorization/access_token`, {
        method: 'POST',
        headers: { 'x-forwarded-for': forwarded },
        body: new URLSearchParams({ grant_type: 'other' }),
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([400, 400, 400, 429, 400]);
  });

  test('leaves a line of what an operator changed, without its secret', async () => {
    const words = ['client', 'rotate-secret', 'tester', '--secret-stdin'];
    const { code, stderr } = await runMain(words, settings, 'hunter2\n');
    expect(code).toBe(0);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(stderr)).toMatchObject({
      level: 'info',
      audit: true,
      action: 'client rotate-secret',
      clientId: 'tester',
      organisationId,
    });
    expect(stderr).not.toContain('hunter2');
  });
});

async function untilLogged(gateway: GatewayProcess, text: string): Promise<void> {
  while (!gateway.log().includes(text)) await new Promise(setImmediate);
}
