import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GatewayProcess, type Settings, startGateway } from '../support/gateway-process.js';
import { until } from '../support/until.js';
import { runHere } from './cli-here.js';

/** The body that the documentation prints (docs/spec/payway-api.md §2). */
const documented =
  '{"account_id":"56e1741a6fc9365306000001","user_product_id":"56e1741a6fc9365306000002",\n' +
  '           "package_code":"adeprimo_digital","target_period_id":"56e1741a6fc9365306000003","default_behaviour":true}';

type Item = {
  id: string;
  state: string;
  product_code: string;
  has_pending_change_request: boolean;
};

/** A newcomer's first quarter of an hour: one process, its demo data, and what the documentation says to send. */
describe('The demo data, served for real', () => {
  let folder: string;
  let settings: Settings;
  let gateway: GatewayProcess;
  let token: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    settings = { DATA_DIR: path.join(folder, 'data'), APP_ENV: 'development', LOG_LEVEL: 'warn' };
    gateway = await startGateway(settings);
    token = (await runHere(['token'], settings)).stdout.trim();
  });

  afterAll(async () => {
    await gateway.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (method: string, at: string, body?: string) => {
    const response = await fetch(`${gateway.url}/external/api/v1/${at}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body }),
    });
    const answered = (await response.json()) as unknown;
    return { status: response.status, body: answered };
  };
  const change = (body: string) => send('PUT', 'subscription_system/change_product', body);
  const changeTo = (fields: Readonly<Record<string, unknown>>) =>
    change(JSON.stringify({ ...(JSON.parse(documented) as object), ...fields }));
  /** Of Payway's example: the account has others, of the example of product groups. */
  const items = async (): Promise<readonly Item[]> => {
    const { body } = await send('GET', 'userproducts/56e1741a6fc9365306000001');
    const all = (body as { items: Item[] }).items;
    return all.filter((it) => it.product_code.startsWith('adeprimo_'));
  };

  test("the documentation's own example works verbatim, once, and is answered the same again", async () => {
    const first = await change(documented);
    expect(first).toEqual({ status: 200, body: { id: expect.stringMatching(/^[a-f\d]{24}$/) } });
    expect(await change(documented)).toEqual(first);
    expect((await items()).map((it) => `${it.product_code} ${it.state}`)).toEqual([
      'adeprimo_basic deactivated',
      'adeprimo_digital activated',
    ]);
  });

  test('ids of another organisation, of another account and of nobody get one and the same answer', async () => {
    const { organisations } = (await import('../../config/demo.json', { with: { type: 'json' } }))
      .default;
    const other = organisations[1]?.user_products[0];
    const nobody = '0123456789abcdef01234567';
    const strangers = [
      { account_id: other?.account_id, user_product_id: other?.id },
      { user_product_id: other?.id },
      { account_id: nobody },
      { user_product_id: nobody },
      { user_product_id: 'no-object-id' },
      { target_period_id: nobody, package_code: 'adeprimo_lite' },
      { target_period_id: 'no-object-id', package_code: 'adeprimo_lite' },
    ];
    const answers = await Promise.all(strangers.map(changeTo));
    const message = 'The account or product could not be found';
    for (const answer of answers) {
      expect(answer).toEqual({ status: 404, body: { code: 'not_found', message } });
    }
    expect(await send('GET', `userproducts/${String(other?.account_id)}`)).toEqual(answers[0]);
  });

  test('a month passes in one call: a downgrade waits for its boundary, and is applied at it', async () => {
    const living = (await items()).find((it) => it.state === 'activated');
    const { organisations } = (await import('../../config/demo.json', { with: { type: 'json' } }))
      .default;
    const lite = organisations[0]?.packages.find((it) => it.code === 'adeprimo_lite');
    const fields = {
      user_product_id: living?.id,
      package_code: 'adeprimo_lite',
      target_period_id: lite?.periods[0]?.id,
    };
    expect(await changeTo(fields)).toEqual({ status: 200, body: { id: living?.id } });
    expect((await items()).at(-1)).toMatchObject({ has_pending_change_request: true });
    const month = new Date(Date.now() + 31 * 86_400_000).toISOString();
    const moved = await send('PUT', 'test_clock', JSON.stringify({ now: month }));
    expect(moved.status).toBe(200);
    expect((await items()).map((it) => `${it.product_code} ${it.state}`)).toEqual([
      'adeprimo_basic deactivated',
      'adeprimo_digital deactivated',
      'adeprimo_lite activated',
    ]);
    expect(await runHere(['verify'], settings)).toMatchObject({ code: 0 });
  });

  test('a token from the token endpoint works until its client is disabled, and dies with it', async () => {
    const response = await fetch(`${gateway.url}/api/authorization/access_token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: 'demo',
        client_secret: 'demo-secret',
        grant_type: 'none',
        scope: '/external/userproduct/w',
      }),
    });
    const issued = (await response.json()) as { access_token: string };
    const ask = async (): Promise<number> => {
      const answer = await fetch(
        `${gateway.url}/external/api/v1/userproducts/56e1741a6fc9365306000001`,
        { headers: { authorization: `Bearer ${issued.access_token}` } },
      );
      return answer.status;
    };
    expect(await ask()).toBe(200);
    expect(await runHere(['client', 'disable', 'demo'], settings)).toMatchObject({ code: 0 });
    // It may be let in for some seconds more.
    await until(async () => (await ask()) === 401);
    expect(await runHere(['client', 'enable', 'demo'], settings)).toMatchObject({ code: 0 });
  });
});
