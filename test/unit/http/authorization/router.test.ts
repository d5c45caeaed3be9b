import { describe, expect, test } from '@jest/globals';
import { oauthProblems } from '../../../../src/http/authorization/oauth-problems.js';
import { makeAuthorizationRouter } from '../../../../src/http/authorization/router.js';
import { failed } from '../../../../src/http/core/failure.js';
import { makeExchange, passedOn } from '../../../support/http-exchange.js';

const issued = { ok: true, accessToken: 't', expiresInSeconds: 3_600, scopes: ['/a', '/b'] };
const form = 'client_id=c&client_secret=s&grant_type=none&scope=/a';
const type = 'application/x-www-form-urlencoded';

type Asked = { readonly bytes?: string; readonly type?: string; readonly method?: string };

async function ask(asked: Asked = {}, answer: object = issued) {
  const router = makeAuthorizationRouter({
    issueAccessToken: () => Promise.resolve(answer as never),
    tokenRequestsPerMinute: 100,
  });
  const { method = 'POST', bytes = form } = asked;
  const headers = { 'content-type': asked.type ?? type };
  const exchange = makeExchange({ url: '/access_token', method, bytes, headers });
  Object.assign(exchange.req, { ip: '192.0.2.1', app: { get: () => undefined } });
  const passed = await passedOn(router, exchange);
  return { passed, ...exchange.answered() };
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
});
