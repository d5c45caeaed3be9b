import { beforeEach, describe, expect, test } from '@jest/globals';
import {
  makeRunOnce,
  type RunOnce,
  type RunOnceResult,
} from '../../../../src/application/idempotency/run-once.js';
import type { IdempotencyStore } from '../../../../src/application/ports/idempotency-store.js';
import type { OrganisationId } from '../../../../src/domain/ids.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { at, newId } from '../../../support/organisation.js';
import { makeTestTime, type TestTime } from '../../../support/process.js';

const requestTimeoutMs = 10_000;
const dayMs = 24 * 60 * 60 * 1000;
const noon = at('2026-07-01T12:00:00Z');
const answer = (body: string) => ({ status: 201, body });
const effect = (body = 'done') => ({ hadEffect: true, answer: answer(body) });
const refusal = { hadEffect: false, answer: { status: 409, body: 'refused' } };

const stores = openMemoryStores();
let time: TestTime;
let request: Parameters<RunOnce>[0];
let ran: string[];
beforeEach(() => {
  time = makeTestTime(noon);
  request = { organisationId: newId<OrganisationId>(), keyHash: 'key', commandHash: 'command' };
  ran = [];
});

/** A process over the store, or over one that fails where the test says. */
function process(changed: Partial<IdempotencyStore> = {}): RunOnce {
  const idempotency = { ...stores.idempotency, ...changed };
  return makeRunOnce({ idempotency, ids: { next: () => newId() }, clock: time, requestTimeoutMs });
}

/** Calls under the key, and notes with which id it was run. */
function call(
  run: () => ReturnType<Parameters<RunOnce>[1]> = () => Promise.resolve(effect()),
  other: Partial<typeof request> = {},
): Promise<RunOnceResult> {
  return process()({ ...request, ...other }, (chosenId) => {
    ran.push(chosenId);
    return run();
  });
}

const pass = (ms: number): void => {
  time.set(at(new Date(time.now() + ms).toISOString()));
};
const refuse = () => Promise.resolve(refusal);
const crash = () => Promise.reject(new Error('the process died'));
const first = { outcome: 'first', answer: answer('done') };
const replayed = { outcome: 'replayed', answer: answer('done') };

describe('A write under a key', () => {
  test('is run once, and its answer repeated', async () => {
    expect(await call()).toEqual(first);
    expect(await call(() => Promise.resolve(effect('again')))).toEqual(replayed);
    expect(ran).toHaveLength(1);
    expect(ran[0]).toMatch(/^[a-f\d]{24}$/);
  });

  test('of another command is refused once it had an effect', async () => {
    await call();
    expect(await call(undefined, { commandHash: 'other' })).toEqual({ outcome: 'key_reused' });
    expect(ran).toHaveLength(1);
  });

  test.each([
    { what: 'another key', other: () => ({ keyHash: 'other' }) },
    {
      what: 'the same key of another organisation',
      other: () => ({ organisationId: newId<OrganisationId>() }),
    },
  ])('does not meet $what', async ({ other }) => {
    await call();
    expect(await call(undefined, other())).toEqual(first);
    expect(new Set(ran).size).toBe(2);
  });

  test('is repeated for 24 hours to the millisecond, and is new after that', async () => {
    await call();
    pass(dayMs);
    expect(await call()).toEqual(replayed);
    pass(1);
    expect(await call(undefined, { commandHash: 'other' })).toEqual(first);
    expect(new Set(ran).size).toBe(2);
  });
});

describe('A refusal', () => {
  test('frees the key: the same is decided afresh', async () => {
    expect(await call(refuse)).toEqual({ outcome: 'first', answer: refusal.answer });
    expect(await call(refuse)).toEqual({ outcome: 'first', answer: refusal.answer });
    expect(await call()).toEqual(first);
    expect(await call()).toEqual(replayed);
    expect(ran).toHaveLength(3);
  });

  test('frees the key for another command, which then holds it', async () => {
    await call(refuse);
    expect(await call(undefined, { commandHash: 'other' })).toEqual(first);
    expect(await call()).toEqual({ outcome: 'key_reused' });
    expect(await call(undefined, { commandHash: 'other' })).toEqual(replayed);
  });
});

describe('A call that died between claim and answer', () => {
  test('keeps the key in use until the request time-out, to the millisecond', async () => {
    await expect(call(crash)).rejects.toThrow('the process died');
    expect(await call()).toEqual({ outcome: 'key_in_use', retryAfterMs: requestTimeoutMs });
    pass(requestTimeoutMs - 1);
    expect(await call()).toEqual({ outcome: 'key_in_use', retryAfterMs: 1 });
    expect(ran).toHaveLength(1);
  });

  test('is gone on with under the same id after that', async () => {
    await expect(call(crash)).rejects.toThrow();
    pass(requestTimeoutMs);
    expect(await call()).toEqual(first);
    expect(await call()).toEqual(replayed);
    expect(ran).toHaveLength(2);
    expect(ran[1]).toBe(ran[0]);
  });

  test('is gone on with under the same id, however often it dies', async () => {
    for (let died = 0; died < 3; died += 1) {
      await expect(call(crash)).rejects.toThrow();
      pass(requestTimeoutMs);
    }
    expect(await call()).toEqual(first);
    expect(new Set(ran).size).toBe(1);
  });

  test('leaves no room for another command: its effect may be there', async () => {
    await expect(call(crash)).rejects.toThrow();
    pass(requestTimeoutMs);
    expect(await call(undefined, { commandHash: 'other' })).toEqual({ outcome: 'key_reused' });
  });

  test('after its effect, before its answer was kept, is gone on with too', async () => {
    const dying = process({ keep: () => Promise.reject(new Error('gone')) });
    const run = (chosenId: string) => {
      ran.push(chosenId);
      return Promise.resolve(effect());
    };
    await expect(dying(request, run)).rejects.toThrow('gone');
    pass(requestTimeoutMs);
    expect(await call()).toEqual(first);
    expect(ran[1]).toBe(ran[0]);
  });
});

describe('A call that outlives the time-out', () => {
  /** The first call is at it while the second takes over and ends; then the first ends as told. */
  async function overtaken(end: () => ReturnType<Parameters<RunOnce>[1]>) {
    let finish = (): void => undefined;
    const isOver = new Promise<void>((resolve) => (finish = resolve));
    let begin = (): void => undefined;
    const hasBegun = new Promise<void>((resolve) => (begin = resolve));
    const slow = call(async () => {
      begin();
      await isOver;
      return end();
    });
    await hasBegun;
    pass(requestTimeoutMs);
    const quick = await call();
    finish();
    return { quick, slow: await slow };
  }

  test('changes nothing of the answer that was kept in the meantime', async () => {
    const { quick } = await overtaken(() => Promise.resolve(effect('late')));
    expect(quick).toEqual(first);
    expect(await call()).toEqual(replayed);
    expect(new Set(ran).size).toBe(1);
  });

  test('does not free the key by a late refusal', async () => {
    const { slow } = await overtaken(refuse);
    expect(slow).toEqual({ outcome: 'first', answer: refusal.answer });
    expect(await call()).toEqual(replayed);
    expect(await call(undefined, { commandHash: 'other' })).toEqual({ outcome: 'key_reused' });
  });
});

describe('Ten at once', () => {
  /** Whoever gets to run waits for the nine others to be answered. */
  async function tenAtOnce(): Promise<readonly RunOnceResult[]> {
    let answered = 0;
    let open = (): void => undefined;
    const others = new Promise<void>((resolve) => (open = resolve));
    const results = Array.from({ length: 10 }, async () => {
      const result = await call(async () => {
        await others;
        return effect();
      });
      answered += 1;
      if (answered === 9) open();
      return result;
    });
    return Promise.all(results);
  }
  const outcomes = (results: readonly RunOnceResult[]) =>
    results.map((it) => it.outcome).toSorted();
  const oneOfTen = ['first', ...Array.from({ length: 9 }, () => 'key_in_use')];

  test('one runs, nine are told that the key is in use', async () => {
    expect(outcomes(await tenAtOnce())).toEqual(oneOfTen);
    expect(ran).toHaveLength(1);
    expect(await call()).toEqual(replayed);
  });

  test('one goes on where a call died', async () => {
    await expect(call(crash)).rejects.toThrow();
    pass(requestTimeoutMs);
    expect(outcomes(await tenAtOnce())).toEqual(oneOfTen);
    expect(ran).toHaveLength(2);
    expect(ran[1]).toBe(ran[0]);
  });

  test('one takes a key that a refusal had freed', async () => {
    await call(refuse);
    expect(outcomes(await tenAtOnce())).toEqual(oneOfTen);
    expect(ran).toHaveLength(2);
  });

  test('one takes a key that had expired', async () => {
    await call();
    pass(dayMs + 1);
    expect(outcomes(await tenAtOnce())).toEqual(oneOfTen);
    expect(ran).toHaveLength(2);
  });
});
