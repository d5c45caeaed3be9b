import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type GatewayProcess,
  runMain,
  type Settings,
  startGateway,
} from '../support/gateway-process.js';

const id = (last: string): string => `56e1741a6fc9365306000${last}`;

/** The three requests of the documentation with the demo's ids (docs/spec/product-groups-api.md §9), served for real. */
describe('The documentation’s requests', () => {
  let folder: string;
  let gateway: GatewayProcess;
  let token: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gateway-'));
    const data = path.join(folder, 'data');
    const settings: Settings = { DATA_DIR: data, APP_ENV: 'development', LOG_LEVEL: 'warn' };
    gateway = await startGateway(settings);
    token = (await runMain(['token'], settings)).stdout.trim();
  });

  afterAll(async () => {
    await gateway.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  const send = async (method: string, at: string, body?: object) => {
    const response = await fetch(`${gateway.url}${at}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };

  test('make a group, which is read as it was made', async () => {
    const made = await send('POST', '/catalogue/product-groups', {
      name: 'SaaS Packages',
      enabled: true,
      tiers: [
        { product: id('101'), pricePlans: [id('111')], position: 1 },
        { product: `/products/${id('102')}`, pricePlans: [`/plans/${id('121')}`], position: 2 },
      ],
    });
    expect(made).toMatchObject({ status: 201, body: { name: 'SaaS Packages', version: 1 } });
    const { body } = await send('GET', `/catalogue/product-groups/${String(made.body.id)}`);
    expect(body).toEqual(made.body);
    const put = await send('PUT', `/catalogue/product-groups/${String(made.body.id)}`, body);
    expect(put).toEqual({ status: 200, body });
  });

  test('put an item on a tier of its product', async () => {
    const body = { productGroupMembership: id('151') };
    const assigned = await send('PUT', `/subscription-items/${id('161')}/product-group`, body);
    expect(assigned).toMatchObject({
      status: 200,
      body: { id: id('161'), productGroupMembership: { id: id('151') } },
    });
  });

  test('list what an item may be switched to, and switch it with the quote that was shown', async () => {
    const at = `/subscription-items/${id('160')}/change-options`;
    const { body: listed } = await send('GET', at);
    const options = listed.options as {
      readonly id: string;
      readonly pricePlans: readonly { readonly id: string; readonly preview: object }[];
    }[];
    const plan = options
      .find((it) => it.id === id('152'))
      ?.pricePlans.find((it) => it.id === id('121'));
    const { quote, credit, charge, dueNow } = plan?.preview as Record<string, unknown>;
    const body = { subscriptionItem: id('160'), selectedPricePlan: id('121'), quote };
    const applied = await send('POST', `/product-group-memberships/${id('152')}/apply`, body);
    expect(applied).toMatchObject({
      status: 200,
      body: { kind: 'upgrade', settlement: { credit, charge, dueNow } },
    });
    const { subscriptionItem, creditNote, invoice } = applied.body as Record<
      string,
      { id: string }
    >;
    const again = await send('POST', `/product-group-memberships/${id('152')}/apply`, {
      subscriptionItem: id('160'),
      selectedPricePlan: id('121'),
    });
    expect(again.body).toMatchObject({
      subscriptionItem: { id: subscriptionItem?.id },
      creditNote,
      invoice,
    });
    const { body: documents } = await send(
      'GET',
      `/invoices?subscriptionItem=${String(subscriptionItem?.id)}`,
    );
    expect(documents).toMatchObject({
      data: [{ type: 'TYPE_INVOICE', status: 'STATUS_FINALIZED' }],
    });
    const { body: old } = await send('GET', `/subscription-items/${id('160')}`);
    expect(old).toMatchObject({ status: 'terminated', successor: subscriptionItem?.id });
  });
});
