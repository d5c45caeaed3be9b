import { afterEach, describe, expect, test } from '@jest/globals';
import { send } from '../contract/payway/send.js';
import { startApp, type StartedApp } from '../contract/payway/start-app.js';
import { linesOf } from '../unit/cli/rows-text.js';
import { account, group, id, item, organisation, packages } from './groups-file.js';
import { type Installation, openInstallation } from './operated-installation.js';

const apps: StartedApp[] = [];
afterEach(async () => {
  await Promise.all(apps.splice(0).map((it) => it.close()));
});

type Answer = { readonly data: object[]; readonly subscriptionItem: { readonly id: string } };

/** What an installation answers to whoever asks it. */
async function askingOf({ useCases }: Installation) {
  const app = await startApp(useCases);
  apps.push(app);
  app.client.organisationId = id(100) as never;
  return async (method: string, path: string, body?: object) => {
    const headers = {
      authorization: `Bearer ${app.token()}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const text = body === undefined ? {} : { body: JSON.stringify(body) };
    const { status, json } = await send(app.port, { method, path, headers, ...text });
    return { status, json: json as Answer };
  };
}

/** Without what is of the rows of an installation: a row that comes in by a file is new, and what waits in it is registered anew. */
const asMade = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value: unknown) =>
      ['version', 'createdAt'].includes(key) ? 'of this installation' : value,
    ),
  );

describe('a subscription that was changed at once', () => {
  /** Item 160, changed from Starter to Pro on 10 March, in one installation, and what an export of it has made in another. */
  const moved = async () => {
    const [from, to] = [await openInstallation(), await openInstallation()];
    const standing = item(160, 'starter', {
      ...{ period_id: id(111), tier_id: id(151), billing: { documents: true } },
    });
    await from.import(linesOf([organisation, ...packages, group, account, standing]));
    const [ask, askOther] = [await askingOf(from), await askingOf(to)];
    const applied = await ask('POST', `/product-group-memberships/${id(152)}/apply`, {
      subscriptionItem: id(160),
    });
    expect(applied.status).toBe(200);
    const { id: successor } = applied.json.subscriptionItem;
    const { data } = (await ask('GET', '/invoices')).json as { data: { id: string }[] };
    expect(data).toHaveLength(2);
    const text = await from.export();
    await to.import(text);
    return { from, to, ask, askOther, successor, invoice: data[0]?.id ?? '', text };
  };

  test('answers as before after an export and an import', async () => {
    const { to, ask, askOther, successor, invoice, text } = await moved();
    const paths = [
      `/subscriptions/${id(160)}`,
      `/subscriptions?customer=${id(500)}`,
      '/subscriptions',
      `/subscription-items/${successor}`,
      '/invoices',
      `/invoices?customer=${id(500)}`,
      `/invoices?subscription=${id(160)}`,
      `/invoices?subscriptionItem=${id(160)}`,
      `/invoices?subscriptionItem=${successor}`,
      `/invoices/${invoice}`,
    ];
    for (const path of paths) {
      const before = await ask('GET', path);
      expect([path, before.status]).toEqual([path, 200]);
      expect([path, asMade(await askOther('GET', path))]).toEqual([path, asMade(before)]);
    }
    expect(await to.export()).toBe(text);
    expect(await to.findings()).toEqual([]);
  });

  test('leaves the items behind that a change has ended', async () => {
    const { ask, askOther } = await moved();
    expect((await ask('GET', `/subscription-items/${id(160)}`)).status).toBe(200);
    expect((await askOther('GET', `/subscription-items/${id(160)}`)).status).toBe(404);
  });

  test('goes on there: what is due is invoiced under the same subscription', async () => {
    const { ask, askOther } = await moved();
    const clock = { now: '2026-04-11T00:00:00+02:00' };
    for (const each of [ask, askOther]) {
      expect((await each('PUT', '/external/api/v1/test_clock', clock)).status).toBe(200);
    }
    const path = `/invoices?subscription=${id(160)}&order[number]=asc`;
    const [before, after] = [await ask('GET', path), await askOther('GET', path)];
    expect(before.json.data).toHaveLength(3);
    const without = (answer: typeof before) =>
      answer.json.data.map((it) => ({ ...it, id: 'chosen there' }));
    expect(without(after)).toEqual(without(before));
  });

  test('cannot come in a second time by another user product', async () => {
    const { to, successor } = await moved();
    const again = item(170, 'starter', { period_id: id(111), subscription_id: id(160) });
    const problem = `is a subscription that is there already, with user product ${successor}`;
    expect(await to.faultsOf(linesOf([organisation, again]))).toEqual([
      `line 2, subscription_id: ${problem}`,
    ]);
    const first = item(160, 'starter', { period_id: id(111) });
    expect(await to.faultsOf(linesOf([organisation, first]))).toEqual([`line 2, id: ${problem}`]);
  });
});
