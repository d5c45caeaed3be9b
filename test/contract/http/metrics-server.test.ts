import { request } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { makeMetricsServer, type MetricsServer } from '../../../src/http/metrics-server.js';
import { silentLog } from '../../support/process.js';

let server: MetricsServer | null = null;
afterEach(async () => {
  await server?.close();
  server = null;
});

type Answer = { status: number | undefined; type: string | undefined; text: string };

async function started(read: () => Promise<{ contentType: string; text: string }>) {
  server = makeMetricsServer({ read, log: silentLog });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  return (method: string, path: string): Promise<Answer> =>
    new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, method, path, agent: false }, (incoming) => {
        let text = '';
        incoming.on('data', (chunk: Buffer) => (text += chunk.toString()));
        incoming.on('end', () => {
          const { statusCode: status, headers } = incoming;
          resolve({ status, type: headers['content-type'], text });
        });
      })
        .on('error', reject)
        .end();
    });
}

const metrics = { contentType: 'text/plain; version=0.0.4', text: 'a 1\n' };

describe('the port for operators', () => {
  test('answers GET /metrics', async () => {
    const ask = await started(() => Promise.resolve(metrics));
    const answer = { status: 200, type: metrics.contentType, text: metrics.text };
    expect(await ask('GET', '/metrics')).toEqual(answer);
    expect(await ask('GET', '/metrics?name[]=a')).toEqual(answer);
  });

  test.each([
    ['POST', '/metrics'],
    ['HEAD', '/metrics'],
    ['GET', '/'],
    ['GET', '/metrics/'],
    ['GET', '/health/live'],
    ['PUT', '/external/api/v1/subscription_system/change_product'],
  ])('answers %s %s with 404', async (method, path) => {
    const ask = await started(() => Promise.resolve(metrics));
    expect(await ask(method, path)).toMatchObject({ status: 404 });
  });

  test('says no word of a failure', async () => {
    const ask = await started(() => Promise.reject(new Error('mongodb://secret')));
    const { status, text } = await ask('GET', '/metrics');
    expect([status, text]).toEqual([500, 'the metrics cannot be read\n']);
  });

  test('that is taken is told to whoever starts it', async () => {
    server = makeMetricsServer({ read: () => Promise.resolve(metrics), log: silentLog });
    const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
    const second = makeMetricsServer({ read: () => Promise.resolve(metrics), log: silentLog });
    await expect(second.listen({ host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });
});
