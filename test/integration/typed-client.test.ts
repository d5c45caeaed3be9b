import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { createGatewayClient, type GatewayClientOptions } from '../../packages/client/src/index.js';
import { type GatewayProcess, startGateway } from '../support/gateway-process.js';

const accountId = '56e1741a6fc9365306000001';
const asked = {
  account_id: accountId,
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
};
const scopes = ['/external/subscription_system/w', '/external/userproduct/w'];

describe('The typed client', () => {
  let folder: string;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    const data = path.join(folder, 'data');
    gateway = await startGateway({ DATA_DIR: data, APP_ENV: 'development', LOG_LEVEL: 'warn' });
  });
  afterAll(async () => {
    await gateway.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  const connect = (options: Partial<GatewayClientOptions> = {}) =>
    createGatewayClient({
      baseUrl: gateway.url,
      credentials: { clientId: 'demo', clientSecret: 'demo-secret', scopes },
      wait: () => Promise.resolve(),
      ...options,
    });
  const change = '/external/api/v1/subscription_system/change_product';

  test('tells a refusal as an error with its code, and throws nothing', async () => {
    const { data, error, response } = await connect().PUT(change, {
      body: { ...asked, package_code: 'unknown' },
    });
    expect({ data, code: error?.code, status: response.status }).toEqual({
      data: undefined,
      code: 'not_found',
      status: 404,
    });
  });

  test('throws where it is not known to the gateway', async () => {
    const credentials = { clientId: 'demo', clientSecret: 'wrong', scopes };
    await expect(connect({ credentials, tries: 1 }).PUT(change, { body: asked })).rejects.toThrow(
      'no access token: the gateway answered 401',
    );
  });

  test('previews, carries out by the quote, and where the answer is lost asks again under the same key', async () => {
    const keys: (string | null)[] = [];
    const losing: typeof fetch = async (input, init) => {
      const response = await fetch(input, init);
      const request = input instanceof Request ? input : null;
      if (request?.method !== 'PUT') return response;
      keys.push(request.headers.get('Idempotency-Key'));
      if (keys.length === 1) throw new TypeError('the connection was lost');
      return response;
    };
    const client = connect({ fetch: losing });
    const preview = await client.POST(
      '/external/api/v1/subscription_system/preview_change_product',
      { body: asked },
    );
    const quote = preview.data?.item.quote ?? '';
    const { data, response } = await client.PUT(change, { body: { ...asked, quote } });
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(response.headers.get('Idempotent-Replayed')).toBe('true');

    const listed = await client.GET('/external/api/v1/userproducts/{accountId}', {
      params: { path: { accountId } },
    });
    const living = (listed.data?.items ?? []).filter(
      (it) => it.state === 'activated' && it.product_code.startsWith('adeprimo_'),
    );
    expect(
      living.map(({ id, product_code, valid_to }) => ({ id, product_code, valid_to })),
    ).toEqual([
      {
        id: data?.id,
        product_code: 'adeprimo_digital',
        valid_to: preview.data?.item.valid_to,
      },
    ]);
  });

  test('is typed by what the gateway serves', async () => {
    const response = await fetch(`${gateway.url}/openapi.json`);
    const served = (await response.json()) as Parameters<typeof openapiTS>[0];
    const types = astToString(await openapiTS(served));
    const written = await readFile('packages/client/src/schema.ts', 'utf8');
    const [note = ''] = written.split('\n');
    const options = { parser: 'typescript', singleQuote: true, printWidth: 100 };
    expect(written).toBe(await format(`${note}\n${types}`, options));
  });
});
