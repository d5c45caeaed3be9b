import { generateKeyPairSync } from 'node:crypto';
import { makeAuthenticate } from '../../../src/application/authorization/authenticate.js';
import { makeIssueAccessToken } from '../../../src/application/authorization/issue-access-token.js';
import type { DialectChangeCommand } from '../../../src/application/change/dialect-changes.js';
import type { UserProductKey } from '../../../src/application/commit/load-user-product.js';
import type { ApiClient } from '../../../src/application/ports/client-store.js';
import { makeJwtAccessTokens } from '../../../src/credentials/jwt-access-tokens.js';
import { makeScryptSecretHashes } from '../../../src/credentials/scrypt-secret-hashes.js';
import { parseTokenKeys } from '../../../src/credentials/token-keys.js';
import { toClientId, toId, type AccountId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { makeApp, type AppDeps } from '../../../src/http/app.js';
import { productGroupsDocumentation } from '../../../src/http/product-groups/documentation.js';
import { makeHttpServer } from '../../../src/http/server.js';
import type { HttpServerLimits } from '../../../src/http/core/server/socket-server.js';
import { nothingSold } from '../product-groups/nothing-sold.js';
import { nothingFound } from './nothing-found.js';
import { answered } from '../../support/answered.js';

/** What a test needs of the running application; the address alone says nothing of who may call. */
export type StartedApp = {
  readonly port: number;
  /** A token of the client `demo` with these scopes; an identity token where an account is given. */
  token(scopes?: readonly string[], accountId?: AccountId): string;
  readonly client: { disabled: boolean; organisationId: ApiClient['organisationId'] };
  /** What reached the use case. */
  readonly commands: DialectChangeCommand[];
  readonly logged: { level: string; message: string; facts: unknown }[];
  /** Of the log, the one line a request. */
  readonly requestLines: { level: string; facts: unknown }[];
  close(): Promise<void>;
};

export const issuer = 'https://issuer.test';
export const audience = 'https://audience.test';
export const organisationId = '56e1741a6fc9365306000000';
export const clientSecret = 'demo-secret';
export const allScopes = [
  '/external/subscription_system/w',
  '/external/userproduct/w',
  '/external/test_clock/w',
  '/external/product/r',
  '/external/subscription/r',
  '/external/event/r',
  '/external/me/r',
  '/external/me/w',
  '/external/account/w',
  '/external/webhook/w',
  '/external/portal/w',
  '/external/client/w',
  '/external/erasure/w',
  ...Object.keys(productGroupsDocumentation.scopes),
];
export const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
export const hmacSecret = Buffer.alloc(32, 7);
const pem = { type: 'spki', format: 'pem' } as const;
export const rsaPublicPem = rsa.publicKey.export(pem).toString();

/** The keys that a started app holds: one of each algorithm, the first one signing. */
function tokenKeys() {
  const parsed = parseTokenKeys(
    JSON.stringify({
      signing: 'hs',
      keys: [
        { kid: 'hs', alg: 'HS256', secret: hmacSecret.toString('base64') },
        { kid: 'rs', alg: 'RS256', public_key_pem: rsaPublicPem },
        { kid: 'es', alg: 'ES256', public_key_pem: ec.publicKey.export(pem).toString() },
      ],
    }),
  );
  if (!parsed.ok) throw new Error(parsed.faults.join(', '));
  return parsed.keys;
}

/** So long that they end only what hangs: a test about a time limit brings its own. */
const limits: HttpServerLimits = {
  headersTimeoutMs: 240_000,
  requestTimeoutMs: 240_000,
  keepAliveTimeoutMs: 5_000,
  idleTimeoutMs: 240_000,
  drainGraceMs: 20,
  shutdownTimeoutMs: 5_000,
};
const cheapN = 2 ** 10;

const unknown = () => Promise.resolve({ ok: false, failure: 'unknown_endpoint' } as const);
/** An organisation without webhook endpoints that may have no more. */
const webhookStubs = {
  registerEndpoint: () => Promise.resolve({ ok: false, failure: 'too_many_endpoints' } as const),
  listEndpoints: () => Promise.resolve([]),
  findEndpoint: unknown,
  updateEndpoint: unknown,
  removeEndpoint: unknown,
  rotateWebhookSecret: unknown,
  replayEvents: unknown,
  listDeliveries: unknown,
  sendExample: unknown,
};

const unknownClient = () => Promise.resolve({ ok: false, failure: 'unknown_client' } as const);
/** An organisation without clients that may be written. */
const clientStubs = {
  listClients: () => Promise.resolve([]),
  delegateClient: () => Promise.resolve({ ok: false, failure: 'client_id_taken' } as const),
  rotateDelegatedSecret: unknownClient,
  disableClient: unknownClient,
  enableClient: unknownClient,
};

/** A write that takes whatever it is asked and answers the id that it was asked for. */
const answerKey = ({ userProductId: id }: UserProductKey) =>
  Promise.resolve({ ok: true, ...answered(id) } as const);

/** The real edge over a real socket, in front of use cases that answer what the test says. */
export async function startApp(
  given: Partial<AppDeps> = {},
  givenLimits: Partial<HttpServerLimits> = {},
): Promise<StartedApp> {
  const clock = { now: () => toInstant(Date.now()) };
  const hashes = makeScryptSecretHashes({ N: cheapN });
  const client = {
    id: toClientId('demo'),
    organisationId: toId<ApiClient['organisationId']>(organisationId),
    secretHash: await hashes.hash(clientSecret),
    scopes: allScopes,
    provisionService: 'tulo',
    disabled: false,
  };
  const clients = {
    find: (id: string) => Promise.resolve(id === client.id ? { ...client } : null),
  };
  const tokens = makeJwtAccessTokens({ keys: tokenKeys(), issuer, audience, clock });
  const commands: DialectChangeCommand[] = [];
  const logged: StartedApp['logged'] = [];
  const requestLines: StartedApp['requestLines'] = [];
  const note = (level: string) => (message: string, facts?: unknown) => {
    if (message === 'request') requestLines.push({ level, facts });
    else logged.push({ level, message, facts });
  };
  const app = makeApp({
    authenticate: makeAuthenticate({ tokens, clients, clock }),
    issueAccessToken: makeIssueAccessToken({ clients, hashes, tokens }),
    runOnce: async (_request, run) => {
      const { answer } = await run('0'.repeat(24));
      return { outcome: 'first', answer };
    },
    requestChange: (command) => {
      commands.push(command);
      return Promise.resolve({ ok: true, ...answered(command.userProductId) });
    },
    previewChange: () => Promise.resolve(null),
    cancelPendingChange: answerKey,
    cancelUserProduct: answerKey,
    reactivateUserProduct: answerKey,
    editUserProduct: answerKey,
    createUserProduct: ({ chosenId }) =>
      Promise.resolve({ ok: true, id: toId(chosenId ?? 'c'.repeat(24)) }),
    setCustomerNumber: () => Promise.resolve(true),
    ...webhookStubs,
    createPortalSession: () => Promise.resolve({ ok: false, failure: 'unknown_account' }),
    endPortalSession: () => Promise.resolve(false),
    portalBaseUrl: () => 'https://portal.test',
    ...clientStubs,
    undoChange: () => Promise.resolve({ ok: false, failure: 'unknown' }),
    eraseAccount: () => Promise.resolve({ ok: false, failure: 'unknown_account' }),
    listAvailableChanges: () => Promise.resolve(null),
    listUserProducts: () => Promise.resolve(null),
    ...nothingFound,
    ...nothingSold,
    readTestClock: () => Promise.resolve({ ok: false, failure: 'organisation_is_live' }),
    setTestClock: () => Promise.resolve({ ok: false, failure: 'organisation_is_live' }),
    checkReadiness: () => Promise.resolve({ ready: true }),
    log: { debug: note('debug'), info: note('info'), warn: note('warn'), error: note('error') },
    rateLimitPerMinute: 1_000_000,
    tokenRequestsPerMinute: 1_000_000,
    requestTimeoutMs: 240_000,
    trustedProxies: [],
    pages: [],
    publicBaseUrl: 'https://gateway.test',
    version: '0.0.0',
    ...given,
  });
  const server = makeHttpServer(app, { ...limits, ...givenLimits });
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  return {
    port,
    client,
    commands,
    logged,
    requestLines,
    token: (scopes = allScopes, accountId) =>
      tokens.issue(
        {
          clientId: client.id,
          organisationId: client.organisationId,
          scopes,
          accountId: accountId ?? null,
        },
        3600,
      ),
    close: () => server.close(),
  };
}

export const changeProductPath = '/external/api/v1/subscription_system/change_product';
/** The documentation's own example (docs/spec/payway-api.md §2). */
export const exampleBody = {
  account_id: '56e1741a6fc9365306000001',
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
  default_behaviour: true,
};

/** A change_product request as the documentation sends it, with another body where one is given. */
export function changeRequest(token: string, body: string | Buffer = JSON.stringify(exampleBody)) {
  return {
    method: 'PUT',
    path: changeProductPath,
    headers: {
      accept: 'application/json',
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
    },
    body,
  };
}
