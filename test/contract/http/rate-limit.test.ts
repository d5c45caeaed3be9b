import { afterEach, describe, expect, test } from '@jest/globals';
import { changeRequest, clientSecret, startApp, type StartedApp } from '../payway/start-app.js';
import { send, type Answer } from '../payway/send.js';

const form = new URLSearchParams({
  client_id: 'demo',
  client_secret: clientSecret,
  grant_type: 'none',
  scope: '/external/userproduct/w',
}).toString();

let app: StartedApp | null = null;
afterEach(async () => {
  await app?.close();
  app = null;
});

async function started(options: Parameters<typeof startApp>[0]): Promise<StartedApp> {
  app = await startApp(options);
  return app;
}

/** Asks for a token, by way of a proxy where `forwardedFor` says what it adds. */
function askForToken({ port }: StartedApp, forwardedFor?: string): Promise<Answer> {
  const proxied = forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor };
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...proxied };
  return send(port, {
    method: 'POST',
    path: '/api/authorization/access_token',
    headers,
    body: form,
  });
}

/** What a client needs to know to behave (draft-ietf-httpapi-ratelimit-headers-06, RFC 9110 §10.2.3). */
const whenToComeBack = {
  'retry-after': expect.stringMatching(/^[1-9]\d*$/),
  'ratelimit-policy': '2;w=60',
  'ratelimit-limit': '2',
  'ratelimit-remaining': '0',
  'ratelimit-reset': expect.stringMatching(/^[1-9]\d*$/),
};

describe('a client above its rate is told when to come back (docs/spec/payway-api.md §1)', () => {
  test('by an endpoint of the API', async () => {
    const limited = await started({ rateLimitPerMinute: 2 });
    const ask = () => send(limited.port, changeRequest(limited.token()));
    const [first, , third] = [await ask(), await ask(), await ask()];
    expect([first.status, third.status]).toEqual([200, 429]);
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
    expect(first.headers).not.toHaveProperty('retry-after');
    expect(third.headers).toMatchObject(whenToComeBack);
    expect(third.json).toMatchObject({ code: 'too_many_requests' });
  });

  test('by the token endpoint', async () => {
    const limited = await started({ tokenRequestsPerMinute: 2 });
    const ask = () => askForToken(limited);
    const [first, , third] = [await ask(), await ask(), await ask()];
    expect([first.status, third.status]).toEqual([200, 429]);
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1' });
    expect(third.headers).toMatchObject({ ...whenToComeBack, 'cache-control': 'no-store' });
  });
});

describe('the token endpoint counts', () => {
  const statuses = async (limited: StartedApp, forwarded: readonly (string | undefined)[]) => {
    const answers: number[] = [];
    for (const it of forwarded) answers.push((await askForToken(limited, it)).status);
    return answers;
  };

  test.each([[[]], [['10.0.0.0/8']]])(
    'the peer itself where that is no proxy of ours, whatever it says: %j',
    async (trustedProxies) => {
      const limited = await started({ tokenRequestsPerMinute: 1, trustedProxies });
      expect(await statuses(limited, ['192.0.2.1', '192.0.2.2', undefined])).toEqual([
        200, 429, 429,
      ]);
    },
  );

  test('the client that a proxy of ours names', async () => {
    const limited = await started({ tokenRequestsPerMinute: 1, trustedProxies: ['loopback'] });
    const forwarded = ['192.0.2.1', '192.0.2.2', '192.0.2.1'];
    expect(await statuses(limited, forwarded)).toEqual([200, 200, 429]);
  });

  test('the right-most address that is no proxy of ours: what stands left of it, the client wrote', async () => {
    const trustedProxies = ['loopback', '10.0.0.0/8'];
    const limited = await started({ tokenRequestsPerMinute: 1, trustedProxies });
    const forwarded = [
      '192.0.2.1',
      '203.0.113.9, 192.0.2.1',
      '203.0.113.8, 192.0.2.1, 10.1.2.3',
      '192.0.2.1, 203.0.113.9, 10.1.2.3, 10.1.2.4',
    ];
    expect(await statuses(limited, forwarded)).toEqual([200, 429, 429, 200]);
  });

  test('one client, however a proxy of ours writes its address', async () => {
    const limited = await started({ tokenRequestsPerMinute: 1, trustedProxies: ['loopback'] });
    const dresses = ['192.0.2.1', '192.0.2.1:1', '192.0.2.1:2', '::ffff:192.0.2.1', ' 192.0.2.1 '];
    expect(await statuses(limited, dresses)).toEqual([200, 429, 429, 429, 429]);
    const network = ['2001:db8::1', '[2001:db8::2]', '[2001:DB8::3]:4711', '2001:db8:0:1::1'];
    expect(await statuses(limited, network)).toEqual([200, 429, 429, 200]);
  });

  test('rubbish as the proxy that passed it on, so that it makes no new client', async () => {
    const trustedProxies = ['loopback', '10.0.0.0/8'];
    const limited = await started({ tokenRequestsPerMinute: 1, trustedProxies });
    const rubbish = ['a', 'b', 'unknown', '_x', '1.2.3', '192.0.2.7:x', '', '192.0.2.7,'];
    expect(await statuses(limited, rubbish)).toEqual([200, 429, 429, 429, 429, 429, 429, 429]);
    expect(await statuses(limited, ['x, 10.1.2.3', 'y, 10.1.2.3'])).toEqual([200, 429]);
  });
});
