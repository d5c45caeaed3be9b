import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type GatewayProcess, runMain, type Settings, startGateway } from './gateway-process.js';
import { type Customer, middleOfMay, writePortalFile } from './portal-file.js';

type Answer = { readonly status: number; readonly body: unknown };
export type Link = { readonly id: string; readonly url: string };

/** The built application with the demo data in the middle of May 2040, on loopback. */
export type PortalShop = {
  readonly url: () => string;
  /** One whom no other test has met. */
  readonly nextCustomer: () => Customer;
  readonly ask: (method: string, path: string, body?: object) => Promise<Answer>;
  readonly link: (account: string, asked?: object) => Promise<Link>;
  /** What a command of the product prints, beside the application. */
  readonly cli: (...words: readonly string[]) => Promise<string>;
  readonly setClock: (now: string) => Promise<void>;
  readonly kill: () => Promise<void>;
  /** Again at the same address. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const customersOfAFile = 60;

/** Opens it in a folder of its own, or in the database that the settings name. */
export async function openPortalShop(more: Settings = {}): Promise<PortalShop> {
  const folder = await mkdtemp(path.join(tmpdir(), 'portal-'));
  const settings = {
    ...{ DATA_DIR: path.join(folder, 'data'), DEMO: 'off', LOG_LEVEL: 'warn' },
    // A slow machine takes long to end the periods of two months.
    REQUEST_TIMEOUT_MS: '200000',
    // Each visitor of a test comes from an address of its own, so that none waits for another.
    TRUSTED_PROXIES: 'loopback',
    ...more,
  };
  const { file, customers } = await writePortalFile(folder, customersOfAFile);
  const imported = await runMain(['import', file], settings);
  if (imported.code !== 0) throw new Error(imported.stdout + imported.stderr);
  const token = (await runMain(['token'], settings)).stdout.trim();
  let gateway: GatewayProcess = await startGateway(settings);
  const url = () => gateway.url.replace('127.0.0.1', 'localhost');
  const waiting = customers.values();

  const ask: PortalShop['ask'] = async (method, asked, body) => {
    const response = await fetch(url() + asked, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
  };
  const setClock = async (now: string) => {
    const { status, body } = await ask('PUT', '/external/api/v1/test_clock', { now });
    if (status !== 200) throw new Error(JSON.stringify(body));
  };
  await setClock(middleOfMay);

  return {
    url,
    ask,
    cli: async (...words) => {
      const { code, stdout, stderr } = await runMain([...words], settings);
      if (code !== 0) throw new Error(stdout + stderr);
      return stdout.trim();
    },
    setClock,
    nextCustomer: () => {
      const { value } = waiting.next();
      if (value === undefined) throw new Error('all customers have come');
      return value;
    },
    link: async (account, asked = {}) => {
      const { status, body } = await ask('POST', '/external/api/v1/portal_sessions', {
        account_id: account,
        return_url: 'http://localhost:8080/',
        ...asked,
      });
      if (status !== 201) throw new Error(JSON.stringify(body));
      const { item } = body as { readonly item: Link };
      return { ...item, url: url() + new URL(item.url).pathname };
    },
    kill: async () => {
      await gateway.kill('SIGKILL');
    },
    restart: async () => {
      gateway = await startGateway({ ...settings, PORT: new URL(gateway.url).port });
    },
    close: async () => {
      await gateway.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type ToldChange = { readonly id: string; readonly state: string };

/** Every change that an account has asked for, as the API tells it. */
export async function changesOf(shop: PortalShop, account: string): Promise<readonly ToldChange[]> {
  const path = `/external/api/v1/subscription_system/changes?account_id=${account}`;
  const { body } = await shop.ask('GET', path);
  return (body as { readonly items: readonly ToldChange[] }).items;
}
