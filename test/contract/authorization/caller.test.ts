import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { toId, type OrganisationId } from '../../../src/domain/ids.js';
import { changeRequest, startApp, type StartedApp } from '../payway/start-app.js';
import { send } from '../payway/send.js';
import { own, payload } from './forge-token.js';

let app: StartedApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const invalid = 'Bearer error="invalid_token"';

describe('a client that may not call', () => {
  test('disabled: 401, though its token held before', async () => {
    const fresh = await startApp();
    fresh.client.disabled = true;
    const answer = await send(fresh.port, changeRequest(fresh.token()));
    await fresh.close();
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(invalid);
  });

  test('moved to another organisation: 401', async () => {
    const fresh = await startApp();
    const token = fresh.token();
    fresh.client.organisationId = toId<OrganisationId>('56e1741a6fc93653060000ff');
    const answer = await send(fresh.port, changeRequest(token));
    await fresh.close();
    expect(answer.status).toBe(401);
  });
});

describe('scopes are matched whole (docs/spec/payway-api.md §2, RFC 6750 §3.1)', () => {
  test.each(
    [
      '',
      '/external/subscription_system',
      '/external/subscription_system/',
      '/external/subscription_system/w/',
      '/external/subscription_system/wr',
      '/external/subscription_system/r',
      '/External/subscription_system/w',
      '/external/*',
      '*',
    ].map((scope) => ({ scope })),
  )('"$scope" does not do, though client and token hold it', async ({ scope }) => {
    const fresh = await startApp();
    Object.assign(fresh.client, { scopes: [scope] });
    const answer = await send(fresh.port, changeRequest(own(payload({ scope }))));
    await fresh.close();
    expect(answer.status).toBe(403);
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer error="insufficient_scope", scope="/external/subscription_system/w"',
    );
    expect(answer.json).toMatchObject({ code: 'insufficient_scope' });
  });

  test('a scope that the client has lost does not do, though the token says it', async () => {
    const scope = '/external/product/r /external/subscription_system/w';
    expect(await send(app.port, changeRequest(own(payload({ scope }))))).toMatchObject({
      status: 200,
    });
    const lost = await startApp();
    Object.assign(lost.client, { scopes: ['/external/product/r'] });
    const answer = await send(lost.port, changeRequest(lost.token()));
    await lost.close();
    expect(answer.status).toBe(403);
  });
});
