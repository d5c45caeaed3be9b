import { describe, expect, test } from '@jest/globals';
import { makeIssueAccessToken } from '../../../../src/application/authorization/issue-access-token.js';
import { toClientId, toId, type OrganisationId } from '../../../../src/domain/ids.js';

const organisationId = toId<OrganisationId>('56e1741a6fc9365306000000');

/** One client, `demo`, with the secret `right` and the scopes `a` and `b`. */
function world({ disabled = false } = {}) {
  const compared: [string, string | null][] = [];
  const turns: unknown[] = [];
  const client = {
    id: toClientId('demo'),
    organisationId,
    secretHash: 'hash of right',
    scopes: ['a', 'b'],
    provisionService: 'tulo',
    disabled,
  };
  const issue = makeIssueAccessToken({
    clients: { find: (id) => Promise.resolve(id === client.id ? client : null) },
    hashes: {
      matches: (secret, hash, given) => {
        compared.push([secret, hash]);
        turns.push(given);
        return Promise.resolve(hash === `hash of ${secret}`);
      },
    },
    tokens: { issue: (claims, seconds) => JSON.stringify({ ...claims, seconds }) },
  });
  return { issue, compared, turns };
}

const turn = { from: '192.0.2.1', signal: new AbortController().signal };
const command = { clientId: 'demo', clientSecret: 'right', scopes: ['b'] };

test('a client gets a token for an hour, with the scopes that it asked for', async () => {
  const issued = await world().issue(command, turn);
  const claims = {
    clientId: 'demo',
    organisationId,
    scopes: ['b'],
    accountId: null,
    seconds: 3600,
  };
  expect(issued).toMatchObject({ ok: true, expiresInSeconds: 3600, scopes: ['b'] });
  expect(issued.ok && (JSON.parse(issued.accessToken) as unknown)).toEqual(claims);
});

describe('invalid_client costs the same work and says the same', () => {
  const refused = { ok: false, failure: 'invalid_client' };

  test('for a wrong secret, an unknown client and a disabled one', async () => {
    const known = world();
    expect(await known.issue({ ...command, clientSecret: 'wrong' }, turn)).toEqual(refused);
    expect(await known.issue({ ...command, clientId: 'nobody' }, turn)).toEqual(refused);
    expect(known.compared).toEqual([
      ['wrong', 'hash of right'],
      ['right', null],
    ]);
    const disabled = world({ disabled: true });
    expect(await disabled.issue(command, turn)).toEqual(refused);
    expect(disabled.compared).toHaveLength(1);
  });

  test('before any word about scopes', async () => {
    expect(await world().issue({ ...command, clientSecret: 'wrong', scopes: ['x'] }, turn)).toEqual(
      refused,
    );
  });
});

test.each([
  { scopes: [] },
  { scopes: ['c'] },
  { scopes: ['a', 'c'] },
  { scopes: ['A'] },
  { scopes: ['a/'] },
])('scopes $scopes are invalid_scope', async ({ scopes }) => {
  expect(await world().issue({ ...command, scopes }, turn)).toEqual({
    ok: false,
    failure: 'invalid_scope',
  });
});

test('a secret is checked in the turn of whoever asks', async () => {
  const { issue, turns } = world();
  await issue(command, turn);
  expect(turns).toEqual([turn]);
});
