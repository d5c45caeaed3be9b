import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isIdentityScope } from '../../../src/application/authorization/identity-scope.js';
import { type AccountId, toId } from '../../../src/domain/ids.js';
import { describedEndpoints, describedPortalSessions } from '../../support/api-document.js';
import { own, payload } from '../authorization/forge-token.js';
import { done, type RecordedApp, startRecordedApp } from './recorded-app.js';
import { send } from './send.js';

const accountId = toId<AccountId>('56e1741a6fc9365306000001');
const otherAccount = '56e1741a6fc9365306000009';
const endpoints = [...describedEndpoints, ...describedPortalSessions];
const everyScope = [...new Set(endpoints.map((it) => it.scope))];
const isOwn = ({ scope }: { scope: string }) => isIdentityScope(scope);

let app: RecordedApp;
beforeAll(async () => {
  app = await startRecordedApp();
  Object.assign(app.client, { scopes: everyScope });
  app.answerWith({ ...done, userProducts: 0, changes: 0, events: 0 });
});
afterAll(() => app.close());

const requestTo = ({ method, path, body }: (typeof endpoints)[number], token: string) => ({
  method: method.toUpperCase(),
  path: path.replace(/\{\w+\}/g, otherAccount),
  headers: {
    authorization: `Bearer ${token}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify({ account_id: otherAccount }) }),
});

describe('An identity token reaches what is its account’s own, and nothing else', () => {
  const others = endpoints.filter((it) => !isOwn(it));

  test.each(others)('$name refuses it, whatever its scopes', async (endpoint) => {
    const { status, json } = await send(
      app.port,
      requestTo(endpoint, app.token(everyScope, accountId)),
    );
    expect([status, json]).toEqual([
      403,
      {
        code: 'identity_not_allowed',
        message: 'This address is not for the token of an account',
      },
    ]);
    expect(app.asked).toEqual([]);
  });

  test.each(others)('$name refuses it without its scope in the same words', async (endpoint) => {
    const { json } = await send(app.port, requestTo(endpoint, app.token([], accountId)));
    expect(json).toMatchObject({ code: 'identity_not_allowed' });
  });

  test.each(others)('$name lets the client’s own token on', async (endpoint) => {
    const { status } = await send(app.port, requestTo(endpoint, app.token(everyScope)));
    expect([401, 403]).not.toContain(status);
  });

  test.each(endpoints.filter(isOwn))('$name lets it on', async (endpoint) => {
    const { status } = await send(app.port, requestTo(endpoint, app.token(everyScope, accountId)));
    expect([401, 403]).not.toContain(status);
  });

  test.each([null, '', 'x', 7, [accountId], { id: accountId }])(
    'a token whose account is %p is nobody’s, never a client’s own',
    async (account) => {
      const [endpoint] = others;
      if (endpoint === undefined) throw new TypeError('there is no endpoint');
      const token = own(payload({ account, scope: everyScope.join(' ') }));
      expect((await send(app.port, requestTo(endpoint, token))).status).toBe(401);
    },
  );
});

test('what is for identities has a scope of its own, so that a client may be given nothing else', () => {
  const forIdentities = endpoints.filter((it) => it.needsIdentity);
  expect(forIdentities).toEqual(endpoints.filter(isOwn));
  expect(forIdentities).toHaveLength(6);
});
