import { describe, expect, test } from '@jest/globals';
import type { Turn } from '../../../../src/application/ports/secret-hashes.js';
import { oauthProblems } from '../../../../src/http/authorization/oauth-problems.js';
import { makeAuthorizationRouter } from '../../../../src/http/authorization/router.js';
import { failed } from '../../../../src/http/core/failure.js';
import { comingFrom, makeExchange, passedOn } from '../../../support/http-exchange.js';

const issued = { ok: true, accessToken: 't', expiresInSeconds: 3_600, scopes: ['/a', '/b'] };
const form = 'client_id=c&client_secret=s&grant_type=none&scope=/a';
const type = 'application/x-www-form-urlencoded';

type Asked = {
  readonly url?: string;
  readonly bytes?: string;
  readonly type?: string;
  readonly method?: string;
};

async function ask(asked: Asked = {}, answer: object = issued) {
  const router = makeAuthorizationRouter({
    issueAccessToken: () => Promise.resolve(answer as never),
    tokenRequestsPerMinute: 100,
  });
  const { url = '/access_token', method = 'POST', bytes = form } = asked;
  const headers = { 'content-type': asked.type ?? type };
  const exchange = makeExchange({ url, method, bytes, headers });
  comingFrom(exchange, '192.0.2.1');
  const passed = await passedOn(router, exchange);
  return { passed, locals: exchange.res.locals, ...exchange.answered() };
}

describe('The token endpoint', () => {
  test('answers a token, which nobody may keep', async () => {
    const { text, headers } = await ask();
    expect(JSON.parse(text)).toEqual({
      access_token: 't',
      token_type: 'Bearer',
      expires_in: 3_600,
      scope: '/a /b',
    });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', pragma: 'no-cache' });
  });

  test.each([
    [{ type: 'application/json' }, oauthProblems.notAForm],
    [{ bytes: `${form}&x=${'x'.repeat(10 * 1024)}` }, oauthProblems.tooLarge],
    [{ bytes: 'client_id=c' }, oauthProblems.missing_grant_type],
    [{ bytes: `${form}&scope=/b` }, oauthProblems.repeated_parameter],
    [{ bytes: `${form}&note=%ff` }, oauthProblems.notText],
    [{ url: '/access_token?client_id=c' }, oauthProblems.query],
  ])('refuses %j in OAuth’s words', async (asked, problem) => {
    expect((await ask(asked)).passed).toBe(problem);
  });

  test.each(['invalid_client', 'invalid_scope'] as const)('refuses %s', async (failure) => {
    expect((await ask({}, { ok: false, failure })).passed).toBe(oauthProblems[failure]);
  });

  test('is only posted to', async () => {
    const { passed } = await ask({ method: 'GET' });
    expect(passed).toEqual(failed('method_not_allowed', { allowed: 'POST' }));
  });

  test.each(['invalid_client', 'invalid_scope'] as const)(
    'notes who tried and from where: %s',
    async (failure) => {
      const { locals } = await ask({}, { ok: false, failure });
      expect(locals.signIn).toEqual({ address: '192.0.2.1', triedClientId: 'c' });
    },
  );

  test('notes nobody who has proved who it is, and nobody of whom it has not read', async () => {
    const noted = [await ask(), await ask({ type: 'application/json' })];
    expect(noted.map((it) => it.locals.signIn as unknown)).toEqual(
      noted.map(() => ({ address: '192.0.2.1', triedClientId: null })),
    );
  });

  test('checks a secret in the line of its address, as long as somebody waits for the answer', async () => {
    const turns: Turn[] = [];
    const router = makeAuthorizationRouter({
      issueAccessToken: (_, turn) => {
        turns.push(turn);
        return new Promise((_resolve, reject) => {
          turn.signal.addEventListener('abort', () => {
            reject(turn.signal.reason as Error);
          });
        });
      },
      tokenRequestsPerMinute: 100,
    });
    const headers = { 'content-type': type };
    const exchange = makeExchange({ url: '/access_token', method: 'POST', bytes: form, headers });
    comingFrom(exchange, '2001:db8::5');
    const passed = passedOn(router, exchange);
    while (turns.length === 0) await new Promise(setImmediate);
    expect(turns[0]).toMatchObject({ from: '2001:db8:0:0::/64', signal: { aborted: false } });
    exchange.res.emit('close');
    expect(turns[0]?.signal.aborted).toBe(true);
    const nothing = new Promise((resolve) => setImmediate(resolve, 'nothing'));
    expect(await Promise.race([passed, nothing])).toBe('nothing');
  });
});
