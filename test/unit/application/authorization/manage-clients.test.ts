import { describe, expect, test } from '@jest/globals';
import {
  makeAddClient,
  makeDisableClient,
  makeEnableClient,
  makeListClients,
  makeRotateClientSecret,
} from '../../../../src/application/authorization/manage-clients.js';
import type { ApiClient, ClientStore } from '../../../../src/application/ports/client-store.js';
import { toClientId, toId, type OrganisationId } from '../../../../src/domain/ids.js';

const organisationId = toId<OrganisationId>('56e1741a6fc9365306000000');
const other = toId<OrganisationId>('56e1741a6fc93653060000ff');
const id = toClientId('demo');
const added = {
  organisationId,
  id: 'demo',
  secret: null,
  scopes: ['/a'],
  provisionService: 'tulo',
};

function world() {
  const rows = new Map<string, ApiClient>();
  const clients: ClientStore = {
    find: (wanted) => Promise.resolve(rows.get(wanted) ?? null),
    list: (of) =>
      Promise.resolve(
        [...rows.values()].filter((row) => of === 'all' || row.organisationId === of),
      ),
    insert: (client) => {
      if (rows.has(client.id)) return Promise.resolve(false);
      rows.set(client.id, client);
      return Promise.resolve(true);
    },
    update: (of, wanted, change) => {
      const row = rows.get(wanted);
      if (row?.organisationId !== of) return Promise.resolve(false);
      rows.set(wanted, { ...row, ...change });
      return Promise.resolve(true);
    },
  };
  let count = 0;
  const generateSecret = () => `generated-${String((count += 1))}`;
  const deps = {
    clients,
    generateSecret,
    hashes: { hash: (s: string) => Promise.resolve(`hash of ${s}`) },
  };
  return { rows, deps, add: makeAddClient(deps) };
}

describe('add', () => {
  test('tells a generated secret once and keeps only its hash', async () => {
    const { rows, add } = world();
    expect(await add(added)).toEqual({ ok: true, secret: 'generated-1' });
    expect(rows.get('demo')).toEqual({
      id,
      organisationId,
      secretHash: 'hash of generated-1',
      scopes: ['/a'],
      provisionService: 'tulo',
      disabled: false,
    });
  });

  test('takes a given secret', async () => {
    const { rows, add } = world();
    expect(await add({ ...added, secret: 'demo-secret' })).toEqual({
      ok: true,
      secret: 'demo-secret',
    });
    expect(rows.get('demo')?.secretHash).toBe('hash of demo-secret');
  });

  test('refuses an id that is taken, in whichever organisation', async () => {
    const { rows, add } = world();
    await add(added);
    expect(await add({ ...added, organisationId: other })).toEqual({
      ok: false,
      failure: 'client_id_taken',
    });
    expect(rows.get('demo')?.organisationId).toBe(organisationId);
  });

  test.each(['', 'a\n', 'ä', 'x'.repeat(256), 'a\0'].map((text) => ({ text })))(
    'refuses "$text" as an id and as a secret (RFC 6749 appendix A)',
    async ({ text }) => {
      const { rows, add } = world();
      expect(await add({ ...added, id: text })).toEqual({
        ok: false,
        failure: 'client_id_not_allowed',
      });
      expect(await add({ ...added, secret: text })).toEqual({
        ok: false,
        failure: 'secret_not_allowed',
      });
      expect(rows.size).toBe(0);
    },
  );
});

test('list shows no secret and no hash', async () => {
  const { deps, add } = world();
  await add(added);
  const listed = { id, organisationId, scopes: ['/a'], provisionService: 'tulo', disabled: false };
  expect(await makeListClients(deps)('all')).toEqual([listed]);
  expect(await makeListClients(deps)(other)).toEqual([]);
});

test('disable and enable switch a client of one’s own organisation', async () => {
  const { rows, deps, add } = world();
  await add(added);
  expect(await makeDisableClient(deps)({ organisationId, id })).toEqual({ ok: true });
  expect(rows.get('demo')?.disabled).toBe(true);
  expect(await makeEnableClient(deps)({ organisationId: other, id })).toEqual({
    ok: false,
    failure: 'unknown_client',
  });
  expect(rows.get('demo')?.disabled).toBe(true);
  expect(await makeEnableClient(deps)({ organisationId, id })).toEqual({ ok: true });
  expect(rows.get('demo')?.disabled).toBe(false);
});

describe('rotate', () => {
  test('replaces the secret by a new one or a given one', async () => {
    const { rows, deps, add } = world();
    await add(added);
    const rotate = makeRotateClientSecret(deps);
    expect(await rotate({ organisationId, id, secret: null })).toEqual({
      ok: true,
      secret: 'generated-2',
    });
    expect(rows.get('demo')?.secretHash).toBe('hash of generated-2');
    expect(await rotate({ organisationId, id, secret: 'given' })).toEqual({
      ok: true,
      secret: 'given',
    });
  });

  test('refuses an unknown client and an empty secret', async () => {
    const { deps } = world();
    const rotate = makeRotateClientSecret(deps);
    expect(await rotate({ organisationId, id, secret: null })).toEqual({
      ok: false,
      failure: 'unknown_client',
    });
    expect(await rotate({ organisationId, id, secret: '' })).toEqual({
      ok: false,
      failure: 'secret_not_allowed',
    });
  });
});
