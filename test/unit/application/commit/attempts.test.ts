import { describe, expect, test } from '@jest/globals';
import type { Attempt } from '../../../../src/application/commit/attempts.js';
import { BusyError, OutcomeUnknownError } from '../../../../src/application/ports/failures.js';
import {
  outboxLimit,
  recentChangesLimit,
} from '../../../../src/application/ports/user-product-store.js';
import { at } from '../../../support/domain/at.js';
import { buildCommit } from '../../../support/stored/build-commit.js';
import { buildEntry } from '../../../support/stored/build-entry.js';
import { nextOf } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';
import { type AttemptsWorld, firstOf, makeAttemptsWorld } from './attempts-world.js';

const refusal = { ok: false, failure: 'version_mismatch' } as const;

/** Attempts whose first commit has its reply lost: written all the same, or not at all. */
async function withLostReply(isWritten: boolean) {
  let isFirst = true;
  const world: AttemptsWorld = await makeAttemptsWorld({
    userProducts: {
      commit: async (organisationId, write) => {
        const { userProducts } = world.stores;
        if (!isFirst) return userProducts.commit(organisationId, write);
        isFirst = false;
        if (isWritten) await userProducts.commit(organisationId, write);
        throw new OutcomeUnknownError();
      },
    },
  });
  const attempts = world.attempts(world.write);
  const first = await firstOf(attempts);
  if (first === null) throw new Error('no attempt');
  expect(await first.commit(world.cancelling(first))).toBeNull();
  return { world, attempts, first };
}

const mustBe = (attempt: Attempt | null): Attempt => {
  if (attempt === null) throw new Error('no attempt');
  return attempt;
};

describe('An attempt', () => {
  test.each([
    ['a user product that is not there', { userProductId: newId() }],
    ['one of another account', { accountId: newId() }],
    ['one of another organisation', { organisationId: newId() }],
  ])('is not made at %s', async (_, other) => {
    const world = await makeAttemptsWorld();
    const key = { ...world.write.key, ...other } as typeof world.write.key;
    expect(await firstOf(world.attempts({ ...world.write, key }))).toBeNull();
  });

  test('has the row as it is, and the organisation’s now', async () => {
    const world = await makeAttemptsWorld();
    const attempt = await firstOf(world.attempts(world.write));
    expect(attempt).toMatchObject({ product: world.product, now: world.time.now() });
  });

  test('has no now before the row’s last effective instant', async () => {
    const world = await makeAttemptsWorld();
    world.time.set(at('2026-03-01T00:00:00Z'));
    const attempt = await firstOf(world.attempts(world.write));
    expect(attempt?.now).toBe(world.product.lastEffectiveAt);
  });

  test('finds every period ended that was due, one commit each', async () => {
    const world = await makeAttemptsWorld({ now: '2026-07-16T00:00:00+02:00' });
    const attempt = await firstOf(world.attempts(world.write));
    expect(attempt?.product).toMatchObject({
      version: 4,
      validTo: at('2026-08-01T00:00:00+02:00'),
    });
    expect((await world.row()).product).toEqual(attempt?.product);
  });

  test('finds a full outbox drained', async () => {
    const world = await makeAttemptsWorld();
    const { product } = world;
    for (let row = product; row.version < outboxLimit; row = nextOf(row)) {
      const commit = buildCommit(row, { entry: buildEntry(row) });
      await world.stores.userProducts.commit(world.organisationId, commit);
    }
    expect((await world.row()).outbox).toHaveLength(outboxLimit);
    const attempt = mustBe(await firstOf(world.attempts(world.write)));
    expect(attempt.product.version).toBe(outboxLimit);
    expect((await world.row()).outbox).toEqual([]);
    expect(await world.told()).toHaveLength(outboxLimit);
  });

  test('commits, and answers the id', async () => {
    const world = await makeAttemptsWorld();
    const attempt = mustBe(await firstOf(world.attempts(world.write)));
    const proposed = world.cancelling(attempt);
    expect(await attempt.commit(proposed)).toMatchObject({ ok: true, id: world.product.id });
    const { product, recentChanges } = await world.row();
    expect([product, recentChanges]).toEqual([proposed.transition.next, [world.write.changeId]]);
  });
});

describe('A row that moves', () => {
  test('is attempted anew as it is then, after a pause', async () => {
    const world = await makeAttemptsWorld();
    const attempts = world.attempts(world.write);
    const first = mustBe(await firstOf(attempts));
    await world.move();
    expect(await first.commit(world.cancelling(first))).toBeNull();
    const second = mustBe(await firstOf(attempts));
    expect(second.product.version).toBe(first.product.version + 1);
    expect(await second.commit(world.cancelling(second))).toMatchObject({ ok: true });
    expect(world.pauses).toEqual([4]);
  });

  test('under ten attempts is too busy, each pause longer than the one before', async () => {
    const world = await makeAttemptsWorld();
    const run = async (): Promise<void> => {
      for await (const attempt of world.attempts(world.write)) {
        await world.move();
        expect(await attempt.commit(world.cancelling(attempt))).toBeNull();
      }
    };
    await expect(run()).rejects.toThrow(BusyError);
    expect(world.pauses).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40]);
  });
});

describe('A database that takes its time', () => {
  test('is asked no more after half of the time-out of a request: the answer comes before it is over', async () => {
    let passedMs = 0;
    const world = await makeAttemptsWorld({ stopwatch: () => passedMs });
    let attempts = 0;
    const run = async (): Promise<void> => {
      for await (const attempt of world.attempts(world.write)) {
        attempts += 1;
        await world.move();
        expect(await attempt.commit(world.cancelling(attempt))).toBeNull();
        // Each takes 4 s of the 10 that a request has.
        passedMs += 4_000;
      }
    };
    await expect(run()).rejects.toThrow('the database takes too long');
    expect(attempts).toBe(2);
  });
});

describe('A commit whose reply was lost', () => {
  test('is found by its id where it was written, and answered', async () => {
    const { world, attempts, first } = await withLostReply(true);
    expect(first.answeredBefore()).toBeNull();
    const second = mustBe(await firstOf(attempts));
    expect(second.answeredBefore()).toMatchObject({ ok: true, id: world.product.id });
  });

  test('lets nothing be claimed while it may still be written', async () => {
    const { attempts } = await withLostReply(false);
    const second = mustBe(await firstOf(attempts));
    expect(second.answeredBefore()).toBeNull();
    expect(() => second.refuse(refusal)).toThrow(BusyError);
  });

  test('is known not to be written once somebody else has moved the row', async () => {
    const { world, attempts } = await withLostReply(false);
    await world.move();
    const second = mustBe(await firstOf(attempts));
    expect(second.refuse(refusal)).toBe(refusal);
  });

  test('is known so long as its id could still be among the recent changes, and no longer', async () => {
    const known = await withLostReply(false);
    await known.world.move(recentChangesLimit);
    expect(mustBe(await firstOf(known.attempts)).answeredBefore()).toBeNull();
    const unknown = await withLostReply(false);
    await unknown.world.move(recentChangesLimit + 1);
    await expect(unknown.attempts.next()).rejects.toThrow(BusyError);
  });

  test('is found as long: the 32nd commit after it still has its id beside it', async () => {
    const { world, attempts } = await withLostReply(true);
    await world.move(recentChangesLimit - 1);
    const second = mustBe(await firstOf(attempts));
    expect(second.answeredBefore()).toMatchObject({ ok: true, id: world.product.id });
    const beyond = await withLostReply(true);
    await beyond.world.move(recentChangesLimit);
    await expect(beyond.attempts.next()).rejects.toThrow(BusyError);
  });
});

describe('An answer without a change', () => {
  const keyed = { keyHash: 'key', commandHash: 'command' };
  const guards = {
    keyed,
    ifMatch: null,
    answerOf: ({ id }: { readonly id: string }) => ({ status: 200, body: id }),
  };

  test('writes nothing without a key', async () => {
    const world = await makeAttemptsWorld();
    const before = await world.row();
    const attempt = mustBe(await firstOf(world.attempts(world.write)));
    expect(await attempt.answer(world.product.id)).toMatchObject({
      ok: true,
      id: world.product.id,
    });
    expect(await world.row()).toEqual(before);
  });

  test('is kept for its key, and is given again', async () => {
    const world = await makeAttemptsWorld();
    const write = { ...world.write, guards };
    const attempt = mustBe(await firstOf(world.attempts(write)));
    await attempt.answer(world.product.id);
    const again = mustBe(await firstOf(world.attempts(write)));
    const answer = { status: 200, body: world.product.id };
    expect(again.answeredBefore()).toEqual({ ok: true, replayed: answer });
    const other = { ...guards, keyed: { ...keyed, commandHash: 'other' } };
    const reused = mustBe(await firstOf(world.attempts({ ...write, guards: other })));
    expect(reused.answeredBefore()).toEqual({ ok: false, failure: 'key_reused' });
  });

  test('of a row that moves under each attempt is given by the last one without being kept', async () => {
    const world = await makeAttemptsWorld();
    const answers: unknown[] = [];
    for await (const attempt of world.attempts({ ...world.write, guards })) {
      await world.move();
      answers.push(await attempt.answer(world.product.id));
      if (answers.at(-1) !== null) break;
    }
    expect(answers).toMatchObject([
      ...Array<null>(9).fill(null),
      { ok: true, id: world.product.id },
    ]);
    expect((await world.row()).keptAnswers).toEqual([]);
  });
});

test('The caller’s own conditions are held against the row of the attempt', async () => {
  const world = await makeAttemptsWorld();
  const guardsOf = (version: number) => ({ ...world.write.guards, ifMatch: [version] });
  const failureAt = async (version: number) =>
    mustBe(
      await firstOf(world.attempts({ ...world.write, guards: guardsOf(version) })),
    ).guardFailure();
  expect(await failureAt(1)).toBeNull();
  expect(await failureAt(2)).toEqual({ ok: false, failure: 'version_mismatch' });
});
