import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type GatewayProcess, startGateway } from '../support/gateway-process.js';
import { type GeneratedClient, generateClient } from '../support/generated-client.js';

type Document = {
  readonly servers: readonly { readonly url: string }[];
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly securitySchemes: {
      readonly clientCredentials: {
        readonly flows: { readonly clientCredentials: { readonly tokenUrl: string } };
      };
    };
  };
};
type Result = {
  readonly data?: Record<string, unknown>;
  readonly error?: Record<string, unknown>;
  readonly response: Response;
};
type Call = (options: object) => Promise<Result>;
/** What of the generated code is driven here. */
type Driven = {
  readonly issueAccessToken: Call;
  readonly previewChangeProduct: Call;
  readonly changeProduct: Call;
  readonly listUserProducts: Call;
  readonly listChanges: Call;
};

const accountId = '56e1741a6fc9365306000001';
const asked = {
  account_id: accountId,
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
};
const scopes = [
  '/external/subscription_system/w',
  '/external/subscription/r',
  '/external/userproduct/w',
];
const named = [
  'Id',
  'WrittenId',
  'UserProduct',
  'UserProductList',
  'UserProductState',
  'Subscription',
  'SubscriptionType',
  'Package',
  'PaymentPeriod',
  'Event',
  'EventList',
  'EventType',
  'Change',
  'ChangeAmounts',
  'ChangeKind',
  'ChangeRequirement',
  'PendingChange',
  'ChangePreview',
  'TargetPackage',
  'WebhookEndpoint',
  'Delivery',
  'Problem',
  'ChangeProductRequest',
];

describe('A client that another generator makes of the API document', () => {
  let folder: string;
  let gateway: GatewayProcess;
  let document: Document;
  let client: GeneratedClient;
  let driven: Driven;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'generated-'));
    const data = path.join(folder, 'data');
    gateway = await startGateway({ DATA_DIR: data, APP_ENV: 'development', LOG_LEVEL: 'warn' });
    document = (await (await fetch(`${gateway.url}/openapi.json`)).json()) as Document;
    client = await generateClient(document, folder);
    driven = (await import(client.entry)) as Driven;
  }, 300_000);
  afterAll(async () => {
    await gateway.kill('SIGTERM');
    await rm(folder, { recursive: true, force: true });
  });

  test('is told where this process listens, whatever port that is', () => {
    const { tokenUrl } =
      document.components.securitySchemes.clientCredentials.flows.clientCredentials;
    expect(document.servers).toEqual([{ url: gateway.url }]);
    expect(tokenUrl).toBe(`${gateway.url}/api/authorization/access_token`);
  });

  test('compiles as it is', () => {
    expect(client.faults).toEqual([]);
  });

  test('has a type for each thing of ours, by the name of that thing', () => {
    expect(client.types).toEqual(expect.arrayContaining(named));
    expect(client.types).toEqual(expect.arrayContaining(Object.keys(document.components.schemas)));
    expect(client.types.filter((it) => /\d{3}Response.*Inner|Inner[A-Z]/.test(it))).toEqual([]);
  });

  test('is told of a refusal as an error with its code', async () => {
    const same = { package_code: 'adeprimo_basic', target_period_id: '56e1741a6fc9365306000011' };
    const call = { auth: await tokenOf(), body: { ...asked, ...same } };
    const { data, error, response } = await driven.changeProduct(call);
    expect({ data, status: response.status, code: error?.code }).toEqual({
      data: undefined,
      status: 409,
      code: 'same_package',
    });
  });

  test('previews, changes by the quote, and lists what came of it', async () => {
    const auth = await tokenOf();
    const preview = await driven.previewChangeProduct({ auth, body: asked });
    expect(preview.data).toMatchObject({ item: { allowed: true, kind: 'upgrade', refusals: [] } });
    const { quote, valid_to } = preview.data?.item as Readonly<Record<string, unknown>>;

    const change = await driven.changeProduct({ auth, body: { ...asked, quote } });
    expect(change.response.status).toBe(200);

    const listed = await driven.listUserProducts({ auth, path: { accountId } });
    expect(listed.data?.items).toContainEqual(
      expect.objectContaining({ id: change.data?.id, product_code: 'adeprimo_digital', valid_to }),
    );
    const changes = await driven.listChanges({ auth, query: { account_id: accountId, limit: 5 } });
    expect(changes.data?.items).toMatchObject([{ kind: 'upgrade', successor_id: change.data?.id }]);
  });

  async function tokenOf(): Promise<unknown> {
    const { data } = await driven.issueAccessToken({
      body: {
        client_id: 'demo',
        client_secret: 'demo-secret',
        grant_type: 'client_credentials',
        scope: scopes.join(' '),
      },
    });
    return data?.access_token;
  }
});
