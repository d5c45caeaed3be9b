import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import jwt from 'jsonwebtoken';
import nock from 'nock';
import { makeAuthenticate } from '../../../src/application/authorization/authenticate.js';
import { makeJwtAccessTokens } from '../../../src/credentials/jwt-access-tokens.js';
import { makeRemoteKeys } from '../../../src/credentials/remote-keys.js';
import { parseTokenKeys } from '../../../src/credentials/token-keys.js';
import { toClientId, toId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { silentLog } from '../../support/process.js';
import {
  allScopes,
  audience,
  changeRequest,
  hmacSecret,
  issuer,
  organisationId,
  startApp,
  type StartedApp,
} from '../payway/start-app.js';
import { send, type Answer } from '../payway/send.js';
import { forged, now, own, payload } from './forge-token.js';

const them = 'https://them.test';
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const rsaPem = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const jwkOf = (key: KeyObject, kid: string) => ({ ...key.export({ format: 'jwk' }), kid });
const keys = [
  jwkOf(rsa.publicKey, 'their-rsa'),
  jwkOf(ec.publicKey, 'their-ec'),
  jwkOf(stranger.publicKey, 'hs'),
];

const clock = { now: () => toInstant(Date.now()) };
const ourKeys = parseTokenKeys(
  JSON.stringify({
    signing: 'hs',
    keys: [{ kid: 'hs', alg: 'HS256', secret: hmacSecret.toString('base64') }],
  }),
);

/** Long enough for a slow machine, unless the test is about an issuer that is slow. */
function startTrusting(timeoutMs = 20_000): Promise<StartedApp> {
  if (!ourKeys.ok) throw new Error(ourKeys.faults.join());
  const findKey = makeRemoteKeys({ url: `${them}/keys`, timeoutMs, log: silentLog });
  const external = { issuer: them, findKey };
  const tokens = makeJwtAccessTokens({ keys: ourKeys.keys, issuer, audience, clock, external });
  const client = {
    id: toClientId('demo'),
    organisationId: toId<never>(organisationId),
    secretHash: '',
    scopes: allScopes,
    provisionService: 'tulo',
    disabled: false,
  };
  const find = (id: string) => Promise.resolve(id === 'demo' ? client : null);
  return startApp({ authenticate: makeAuthenticate({ tokens, clients: { find }, clock }) });
}

let app: StartedApp;
let asked: number;
beforeEach(async () => {
  asked = 0;
  app = await startTrusting();
});
afterEach(async () => {
  // An answer that is still delayed would keep the process of this suite from ending.
  nock.abortPendingRequests();
  nock.cleanAll();
  await app.close();
});

/** The issuer answers so, as often as it is asked. */
function issuerAnswers(status: number, body: unknown, headers: Record<string, string> = {}): void {
  nock(them)
    .persist()
    .get('/keys')
    .reply(() => {
      asked += 1;
      return [status, body as object, headers] as const;
    });
}

type Signing = {
  readonly key?: KeyObject;
  readonly algorithm?: jwt.Algorithm;
  readonly header?: Record<string, unknown>;
  readonly claims?: Record<string, unknown>;
};

function theirs({
  key = rsa.privateKey,
  algorithm = 'RS256',
  header,
  claims,
}: Signing = {}): string {
  const named = { alg: algorithm, typ: 'at+jwt', kid: 'their-rsa', ...header };
  return jwt.sign(payload({ iss: them, ...claims }), key, { algorithm, header: named });
}

function answerTo(token: string): Promise<Answer> {
  return send(app.port, changeRequest(token));
}

describe('a token of another issuer holds', () => {
  test('by its RSA key, and is the client’s that it names', async () => {
    issuerAnswers(200, { keys });
    expect(await answerTo(theirs())).toMatchObject({ status: 200 });
    expect(app.commands).toMatchObject([{ organisationId, requestedBy: 'demo' }]);
  });

  test('by its elliptic key', async () => {
    issuerAnswers(200, { keys });
    const signing = {
      key: ec.privateKey,
      algorithm: 'ES256',
      header: { kid: 'their-ec' },
    } as const;
    expect(await answerTo(theirs(signing))).toMatchObject({ status: 200 });
  });

  test('as an identity where it names an account, which reaches nothing but /me', async () => {
    issuerAnswers(200, { keys });
    const scope = allScopes.join(' ');
    const identity = theirs({ claims: { account: '56e1741a6fc9365306000001', scope } });
    expect(await answerTo(identity)).toMatchObject({
      status: 403,
      json: { code: 'identity_not_allowed' },
    });
    expect(app.commands).toEqual([]);
  });

  test('for many at once after one question', async () => {
    issuerAnswers(200, { keys });
    const answers = await Promise.all(Array.from({ length: 10 }, () => answerTo(theirs())));
    expect(answers.map((it) => it.status)).toEqual(answers.map(() => 200));
    expect(asked).toBe(1);
  });
});

const refused: { what: string; token: () => string }[] = [
  { what: 'with our issuer', token: () => theirs({ claims: { iss: issuer } }) },
  { what: 'for somebody else', token: () => theirs({ claims: { aud: 'https://other.test' } }) },
  { what: 'that has expired', token: () => theirs({ claims: { exp: now() - 60 } }) },
  { what: 'without an organisation', token: () => theirs({ claims: { organisation: undefined } }) },
  { what: 'of an unknown client', token: () => theirs({ claims: { sub: 'nobody' } }) },
  { what: 'by a stranger’s key', token: () => theirs({ key: stranger.privateKey }) },
  { what: 'by a key of another kid', token: () => theirs({ header: { kid: 'their-ec' } }) },
  { what: 'by an unknown kid', token: () => theirs({ header: { kid: 'other' } }) },
  { what: 'by RS512', token: () => theirs({ algorithm: 'RS512' }) },
  { what: 'by PS256', token: () => theirs({ algorithm: 'PS256' }) },
  { what: 'of another kind', token: () => theirs({ header: { typ: 'id+jwt' } }) },
  {
    what: 'by the public key as an HMAC secret',
    token: () =>
      forged({ alg: 'HS256', typ: 'JWT', kid: 'their-rsa' }, rsaPem, payload({ iss: them })),
  },
  {
    what: 'unsigned',
    token: () => forged({ alg: 'none', typ: 'JWT', kid: 'their-rsa' }, 'x').replace(/[^.]*$/, ''),
  },
  { what: 'by our key but with their issuer', token: () => own(payload({ iss: them })) },
  {
    what: 'by a key that they publish under a kid of ours',
    token: () => theirs({ key: stranger.privateKey, header: { kid: 'hs' } }),
  },
];

describe('a token of another issuer does not hold', () => {
  test.each(refused)('$what', async ({ token }) => {
    issuerAnswers(200, { keys });
    expect(await answerTo(token())).toMatchObject({ status: 401 });
  });

  test.each(['jwk', 'jku', 'x5u', 'x5c'])('by what its header says in %s', async (name) => {
    issuerAnswers(200, { keys });
    const elsewhere = nock('https://evil.test')
      .get('/keys')
      .reply(200, { keys: [jwkOf(stranger.publicKey, 'their-rsa')] });
    const jwk = jwkOf(stranger.publicKey, 'their-rsa');
    const values: Record<string, unknown> = { jwk, x5c: [rsaPem] };
    const header = { [name]: values[name] ?? 'https://evil.test/keys' };
    const token = theirs({ key: stranger.privateKey, header });
    expect(await answerTo(token)).toMatchObject({ status: 401 });
    expect(elsewhere.isDone()).toBe(false);
  });

  test('and its issuer is not asked about what it cannot have signed', async () => {
    issuerAnswers(200, { keys });
    await answerTo(own(payload({ exp: now() - 60 })));
    await answerTo(forged({ alg: 'HS256', typ: 'JWT', kid: 'other' }, 'x'));
    await answerTo('x'.repeat(6_000));
    expect(asked).toBe(0);
  });
});

describe('an issuer that', () => {
  const ours = () => own();
  const tooMuch = { keys, padding: 'x'.repeat(300_000) };

  const failures: [string, () => unknown][] = [
    [
      'fails',
      () => {
        issuerAnswers(500, 'x');
      },
    ],
    [
      'fails, with keys in its answer',
      () => {
        issuerAnswers(500, { keys });
      },
    ],
    [
      'answers no keys',
      () => {
        issuerAnswers(200, '<html>');
      },
    ],
    [
      'answers too much',
      () => {
        issuerAnswers(200, tooMuch);
      },
    ],
    [
      'sends us elsewhere',
      () => {
        issuerAnswers(302, '', { location: 'https://evil.test/keys' });
        nock('https://evil.test').persist().get('/keys').reply(200, { keys });
      },
    ],
    [
      'does not answer in time',
      async () => {
        await app.close();
        app = await startTrusting(200);
        nock(them).persist().get('/keys').delay(2_000).reply(200, { keys });
      },
    ],
    [
      'is not there',
      () => {
        nock(them).persist().get('/keys').replyWithError('refused');
      },
    ],
  ];

  test.each(failures)('%s: nothing is known of its tokens, and ours hold', async (_, answers) => {
    await answers();
    const answer = await answerTo(theirs());
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
    expect(await answerTo(ours())).toMatchObject({ status: 200 });
  });

  test('is asked only when a token of its comes', async () => {
    issuerAnswers(200, { keys });
    await answerTo(ours());
    expect(asked).toBe(0);
  });
});
