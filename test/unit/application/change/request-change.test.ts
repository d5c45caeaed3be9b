import { describe, expect, test } from '@jest/globals';
import type { PaywayChangeResult } from '../../../../src/http/payway/payway-changes.js';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { type Interruption, interruptedStores } from '../../../support/interrupted-stores.js';
import { startProcess } from '../../../support/process.js';
import { buildCommit } from '../../../support/stored/build-commit.js';
import { nextOf } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

const idIn = (result: PaywayChangeResult) => (result.ok && 'id' in result ? result.id : null);
const guardsOf = (commandHash = 'command', ifMatch: readonly number[] | null = null) => ({
  keyed: { keyHash: 'key', commandHash },
  ifMatch,
  answerOf: ({ id }: { readonly id: string }) => ({ status: 200, body: id }),
});

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const { useCases, seeded } = world;
  return {
    ...world,
    product,
    row: () => world.stored(product),
    ask: (code: string, guards?: Parameters<typeof useCases.requestChange>[1]) =>
      useCases.requestChange(seeded.request(product, code), guards),
  };
}

describe('A change that is asked for', () => {
  test('at once ends the user product, and answers the one that follows', async () => {
    const { ask, row, useCases, organisationId, told, product } = await begin();
    const result = await ask('digital');
    const { endedBy, state } = (await row()).product;
    expect(result).toMatchObject({ ok: true, id: endedBy?.successorId });
    expect([state, endedBy?.behaviour]).toEqual(['deactivated', 'default']);
    await useCases.drainOutbox(organisationId);
    expect(await told()).toEqual(['user_product_created', 'package_upgrade']);
    const rows = await useCases.listUserProducts({ organisationId, accountId: product.accountId });
    expect(rows?.userProducts.map((it) => it.packageCode)).toEqual(['basic', 'digital']);
  });

  test('for the end of the period waits, and answers the same user product', async () => {
    const { ask, row, product } = await begin();
    expect(await ask('lite')).toMatchObject({ ok: true, id: product.id });
    const { pendingChange, state } = (await row()).product;
    expect(state).toBe('activated');
    expect(pendingChange).toMatchObject({ kind: 'downgrade', dueAt: product.validTo });
  });

  test.each(['digital', 'lite'])(
    'again, to %s, is answered again and does nothing',
    async (code) => {
      const { ask, row } = await begin();
      const first = await ask(code);
      const { version } = (await row()).product;
      expect(await ask(code)).toMatchObject({ ok: true, id: idIn(first), written: null });
      expect((await row()).product.version).toBe(version);
    },
  );

  test('again, with no period named, is the period that the policy takes', async () => {
    const { useCases, seeded, product } = await begin();
    const asked = { ...seeded.request(product, 'digital'), periodId: null };
    const first = await useCases.requestChange(asked);
    const again = { ok: true, id: idIn(first), written: null };
    expect(await useCases.requestChange(asked)).toMatchObject(again);
    const named = seeded.request(product, 'digital');
    expect(await useCases.requestChange(named)).toMatchObject(again);
  });

  test('is refused for every reason at once, and changes nothing', async () => {
    const { ask, row, product } = await begin();
    expect(await ask('basic')).toMatchObject({
      ok: false,
      failure: 'refused',
      refusals: [{ reason: 'same_package' }],
    });
    expect((await row()).product).toEqual(product);
  });

  test('of what is not there is not found', async () => {
    const { useCases, seeded, product } = await begin();
    const asked = seeded.request(product, 'digital');
    for (const [failure, other] of [
      ['not_found', { organisationId: newId() }],
      ['not_found', { accountId: newId() }],
      ['not_found', { userProductId: newId() }],
      ['target_not_found', { packageCode: 'nothing' }],
      ['target_not_found', { periodId: newId() }],
    ] as const) {
      const command = { ...asked, ...other } as typeof asked;
      expect(await useCases.requestChange(command)).toEqual({ ok: false, failure });
    }
  });

  test('finds what was due applied first', async () => {
    const { ask, row, time, product } = await begin();
    time.set(at('2026-06-16T00:00:00+02:00'));
    expect(await ask('lite')).toMatchObject({ ok: true, id: product.id });
    const { pendingChange, version } = (await row()).product;
    expect(pendingChange?.dueAt).toBe(at('2026-07-01T00:00:00+02:00'));
    expect(version).toBe(4);
  });
});

describe('A change with a key', () => {
  test('is answered the first time, then repeated byte for byte', async () => {
    const { ask, product } = await begin();
    expect(await ask('lite', guardsOf())).toMatchObject({ ok: true, id: product.id });
    const replayed = { status: 200, body: product.id };
    expect(await ask('lite', guardsOf())).toEqual({ ok: true, replayed });
    expect(await ask('digital', guardsOf('other'))).toEqual({ ok: false, failure: 'key_reused' });
  });

  test('that repeats a change is kept for its key too', async () => {
    const { ask, row } = await begin();
    await ask('lite');
    await ask('lite', guardsOf());
    expect((await row()).keptAnswers).toHaveLength(1);
    expect((await row()).product.version).toBe(2);
  });

  test('fails where the caller takes another version, unless it is a repeat', async () => {
    const { ask } = await begin();
    const stale = { ...guardsOf(), keyed: null, ifMatch: [9] };
    expect(await ask('lite', stale)).toEqual({ ok: false, failure: 'version_mismatch' });
    await ask('lite');
    expect(await ask('lite', stale)).toMatchObject({ ok: true });
  });
});

describe('A change that something comes between', () => {
  /** The same request by a process whose commit is interrupted. */
  const interrupted = async (interruption: Interruption) => {
    const world = await begin();
    const faulty = interruptedStores(world.stores, interruption);
    const { requestChange } = startProcess(faulty.stores, world.time);
    return {
      ...world,
      faulty,
      ask: (code: string) => requestChange(world.seeded.request(world.product, code)),
    };
  };

  test('is decided anew on what somebody else has made of the row', async () => {
    const { stores, time, seeded, product, organisationId, row } = await begin();
    let isFirst = true;
    const racing = {
      ...stores,
      userProducts: {
        ...stores.userProducts,
        commit: async (...[id, write]: Parameters<typeof stores.userProducts.commit>) => {
          const moved = { ...buildCommit(product), next: nextOf(product, { state: 'frozen' }) };
          if (isFirst) await stores.userProducts.commit(organisationId, moved);
          isFirst = false;
          return stores.userProducts.commit(id, write);
        },
      },
    };
    const { requestChange } = startProcess(racing, time);
    expect(await requestChange(seeded.request(product, 'lite'))).toMatchObject({
      ok: false,
      refusals: [{ reason: 'user_product_not_active' }],
    });
    expect((await row()).product.pendingChange).toBeNull();
  });

  test.each(['digital', 'lite'])(
    'to %s is answered once where its reply was lost',
    async (code) => {
      const { ask, row } = await interrupted({ kind: 'reply lost', atCommit: 1 });
      const result = await ask(code);
      const { version, endedBy, id } = (await row()).product;
      expect(result).toMatchObject({ ok: true, id: endedBy?.answerId ?? id });
      expect(version).toBe(2);
    },
  );

  test('is done once where an earlier try lands after all', async () => {
    const { ask, row, faulty } = await interrupted({ kind: 'command delayed', atCommit: 1 });
    const result = await ask('digital');
    await faulty.land();
    const { version, endedBy } = (await row()).product;
    expect(result).toMatchObject({ ok: true, id: endedBy?.answerId });
    expect(version).toBe(2);
  });
});
