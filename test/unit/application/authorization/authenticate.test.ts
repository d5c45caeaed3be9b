import { describe, expect, test } from '@jest/globals';
import { makeAuthenticate } from '../../../../src/application/authorization/authenticate.js';
import type { ApiClient } from '../../../../src/application/ports/client-store.js';
import { toClientId, toId, type OrganisationId } from '../../../../src/domain/ids.js';
import { toInstant } from '../../../../src/domain/time/instant.js';

const organisationId = toId<OrganisationId>('56e1741a6fc9365306000000');

/** Every token but `bad` is of the client `demo`, with the scopes `a` and `b`; the store is counted and can be held. */
function world() {
  const time = { ms: 10_000 };
  const client = {
    id: toClientId('demo'),
    organisationId,
    secretHash: '',
    scopes: ['b', 'c'],
    provisionService: 'tulo',
    disabled: false,
  };
  const store = { reads: 0, found: client as ApiClient | null, hold: Promise.resolve() };
  const authenticate = makeAuthenticate({
    clock: { now: () => toInstant(time.ms) },
    clients: {
      find: async () => {
        store.reads += 1;
        const found = store.found && { ...store.found };
        await store.hold;
        return found;
      },
    },
    tokens: {
      issue: () => '',
      verify: (token) =>
        token === 'bad'
          ? null
          : { clientId: toClientId('demo'), organisationId, scopes: ['a', 'b'], accountId: null },
    },
  });
  return { authenticate, client, store, time };
}

describe('who calls', () => {
  test('holds the scopes that both the token and the client hold', async () => {
    const { authenticate } = world();
    expect(await authenticate('t')).toEqual({
      clientId: 'demo',
      organisationId,
      scopes: ['b'],
      provisionService: 'tulo',
      accountId: null,
    });
  });

  test('nobody, by a token that does not hold: the store is not even asked', async () => {
    const { authenticate, store } = world();
    expect(await authenticate('bad')).toBeNull();
    expect(store.reads).toBe(0);
  });

  test('nobody, where the client is unknown, disabled or another organisation’s', async () => {
    const unknown = world();
    unknown.store.found = null;
    const disabled = world();
    disabled.client.disabled = true;
    const moved = world();
    moved.client.organisationId = toId<OrganisationId>('56e1741a6fc93653060000ff');
    expect(await unknown.authenticate('t')).toBeNull();
    expect(await disabled.authenticate('t')).toBeNull();
    expect(await moved.authenticate('t')).toBeNull();
  });
});

describe('a client is read again', () => {
  test('after 2 s, so that a disabled one is dead within 5 s (docs/spec/payway-api.md §4)', async () => {
    const { authenticate, client, store, time } = world();
    await authenticate('t');
    client.disabled = true;
    time.ms += 1_999;
    expect(await authenticate('t')).not.toBeNull();
    time.ms += 1;
    expect(await authenticate('t')).toBeNull();
    expect(store.reads).toBe(2);
  });

  test('counted from the start of the read, not from its end', async () => {
    const { authenticate, client, store, time } = world();
    let release: () => void = () => undefined;
    store.hold = new Promise((resolve) => (release = resolve));
    const slow = authenticate('t');
    client.disabled = true;
    time.ms += 2_000;
    release();
    expect(await slow).not.toBeNull();
    expect(await authenticate('t')).toBeNull();
  });

  test('after the clock was set back', async () => {
    const { authenticate, store, time } = world();
    await authenticate('t');
    time.ms -= 1;
    await authenticate('t');
    expect(store.reads).toBe(2);
  });

  test('once for all who ask meanwhile', async () => {
    const { authenticate, store } = world();
    await Promise.all([authenticate('t'), authenticate('t'), authenticate('u')]);
    expect(store.reads).toBe(1);
  });

  test('after a read that failed: all who waited fail, the next one does not', async () => {
    const { authenticate, store } = world();
    store.hold = Promise.reject(new Error('gone'));
    const outcomes = await Promise.allSettled([authenticate('t'), authenticate('t')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    store.hold = Promise.resolve();
    expect(await authenticate('t')).not.toBeNull();
    expect(store.reads).toBe(2);
  });
});
