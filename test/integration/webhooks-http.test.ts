import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { type GatewayProcess, runMain, startGateway } from '../support/gateway-process.js';
import { until } from '../support/until.js';

type Message = { readonly headers: Record<string, string>; readonly body: string };
type Answer = { readonly status: number; readonly headers: Headers; readonly json: unknown };

const change = {
  account_id: '56e1741a6fc9365306000001',
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
};

describe('Webhooks over the API of a running gateway', () => {
  let folder: string;
  let gateway: GatewayProcess;
  let token: string;
  let receiver: Server;
  let url: string;
  const messages: Message[] = [];

  beforeAll(async () => {
    receiver = createServer((req, res) => {
      let body = '';
      req.on('data', (chunk: Buffer) => (body += chunk.toString()));
      req.on('end', () => {
        messages.push({ headers: req.headers as Record<string, string>, body });
        res.writeHead(204).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/events`;
    folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    const settings = {
      DATA_DIR: path.join(folder, 'data'),
      APP_ENV: 'development',
      LOG_LEVEL: 'warn',
      WEBHOOK_ALLOW_LOOPBACK: 'on',
    };
    gateway = await startGateway(settings);
    token = (await runMain(['token'], settings)).stdout.trim();
  });
  afterAll(async () => {
    await gateway.kill('SIGTERM');
    receiver.close();
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (
    method: string,
    at: string,
    { body, key }: { readonly body?: unknown; readonly key?: string } = {},
  ): Promise<Answer> => {
    const response = await fetch(`${gateway.url}/external/api/v1/${at}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: response.headers, json };
  };
  const itemOf = ({ json }: Answer) => (json as { item: Record<string, string> }).item;
  /** The message that came as the so-manieth. */
  const arrived = (count: number): Promise<Message> => until(() => messages[count - 1] ?? null);
  /** The outcome is written after the answer: it is waited for. */
  const delivered = (own: string): Promise<unknown> =>
    until(async () => {
      const { json } = await send('GET', `${own}/deliveries?state=delivered`);
      return (json as { items: unknown[] }).items.length > 0 ? json : null;
    });

  test('an endpoint is registered once, told what happens, rotated, replayed and removed', async () => {
    const asked = { body: { url, types: ['package_upgrade'] }, key: 'register' };
    const registered = await send('POST', 'webhook_endpoints', asked);
    expect(registered.status).toBe(201);
    const { id = '', secret = '' } = itemOf(registered);
    const again = await send('POST', 'webhook_endpoints', asked);
    expect(again.json).toEqual(registered.json);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    const { status, json } = await send('GET', 'webhook_endpoints');
    expect([status, json]).toMatchObject([200, { items: [{ id, url, enabled: true }] }]);
    expect(JSON.stringify(json)).not.toContain('whsec_');

    await send('PUT', 'subscription_system/change_product', { body: change });
    const first = await arrived(1);
    const event = new Webhook(secret).verify(first.body, first.headers);
    expect(event).toMatchObject({ type: 'package_upgrade', data: { type: 'package_upgrade' } });

    const own = `webhook_endpoints/${id}`;
    expect(await delivered(own)).toMatchObject({
      items: [
        { type: 'package_upgrade', state: 'delivered', tries: 1, attempts: [{ status: 204 }] },
      ],
      next: null,
    });

    const rotation = { body: { overlap_hours: 1 }, key: 'rotate' };
    const rotated = await send('POST', `${own}/rotate_secret`, rotation);
    expect((await send('POST', `${own}/rotate_secret`, rotation)).json).toEqual(rotated.json);
    const replayed = await send('POST', `${own}/replay`, { body: {} });
    expect(replayed.json).toEqual({ item: { queued: 1 } });
    const last = await arrived(2);
    for (const valid of [secret, String(itemOf(rotated).secret)]) {
      expect(new Webhook(valid).verify(last.body, last.headers)).toEqual(event);
    }
    expect(last.headers['webhook-id']).toBe(first.headers['webhook-id']);

    expect((await send('DELETE', own, { key: 'remove' })).status).toBe(204);
    expect((await send('DELETE', own, { key: 'remove' })).status).toBe(204);
    expect((await send('DELETE', own)).json).toMatchObject({ code: 'not_found' });
  });

  test.each([
    ['no address', { url: 'somewhere' }, 'url'],
    ['a link-local address', { url: 'https://169.254.169.254/' }, 'url'],
    ['a private address', { url: 'https://10.0.0.1/' }, 'url'],
    ['a password', { url: 'https://user:secret@receiver.example/' }, 'url'],
    ['a type that does not exist', { url: 'https://receiver.example/', types: ['sold'] }, 'types'],
    ['types that are no list', { url: 'https://receiver.example/', types: 'sold' }, 'types'],
    ['no url', {}, 'url'],
  ])('an endpoint with %s is refused by the field', async (_what, body, field) => {
    const { status, json } = await send('POST', 'webhook_endpoints', { body });
    expect([status, json]).toMatchObject([400, { code: 'invalid_parameter', field }]);
  });

  test.each([
    ['GET', 'webhook_endpoints/56e1741a6fc93653060000ff', undefined],
    ['GET', 'webhook_endpoints/none', undefined],
    ['PUT', 'webhook_endpoints/56e1741a6fc93653060000ff', {}],
    ['POST', 'webhook_endpoints/56e1741a6fc93653060000ff/rotate_secret', {}],
    ['POST', 'webhook_endpoints/56e1741a6fc93653060000ff/replay', {}],
    ['GET', 'webhook_endpoints/56e1741a6fc93653060000ff/deliveries', undefined],
  ])('%s %s is not found', async (method, at, body) => {
    const { status, json } = await send(method, at, body === undefined ? {} : { body });
    expect([status, json]).toMatchObject([404, { code: 'not_found' }]);
  });
});
