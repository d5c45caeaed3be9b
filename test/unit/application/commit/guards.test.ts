import { describe, expect, test } from '@jest/globals';
import {
  answeredBefore,
  guardFailure,
  isFullOfKeys,
  keptWith,
  unguarded,
  type WriteGuards,
} from '../../../../src/application/commit/guards.js';
import {
  type IdempotencyRecord,
  keptForMs,
} from '../../../../src/application/ports/idempotency-store.js';
import { keptAnswersLimit } from '../../../../src/application/ports/user-product-store.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { answered } from '../../../support/answered.js';

const now = at('2026-04-16T12:00:00Z');
const product = buildRow({ version: 7 });

const keptAgo = (ageMs: number, keyHash = 'key'): IdempotencyRecord => ({
  keyHash,
  commandHash: 'command',
  status: 200,
  body: `{"key":"${keyHash}"}`,
  keptAt: now - ageMs,
});
const rowWith = (...keptAnswers: readonly IdempotencyRecord[]) => ({
  product,
  outbox: [],
  recentChanges: [],
  successor: null,
  dueBlocked: false,
  keptAnswers,
});
const guards = (edits: Partial<WriteGuards> = {}): WriteGuards => ({
  keyed: { keyHash: 'key', commandHash: 'command' },
  ifMatch: null,
  answerOf: ({ id }) => ({ status: 200, body: id }),
  ...edits,
});
const full = (oldestAgeMs: number) =>
  rowWith(
    keptAgo(oldestAgeMs, 'oldest'),
    ...Array.from({ length: keptAnswersLimit - 1 }, (_, index) => keptAgo(1, String(index))),
  );

describe('A key', () => {
  test.each([
    ['is new where nothing was kept', rowWith(), null],
    ['is new where other keys were kept', rowWith(keptAgo(0, 'other')), null],
    [
      'gets its first answer again',
      rowWith(keptAgo(0)),
      { ok: true, replayed: { status: 200, body: '{"key":"key"}' } },
    ],
    [
      'gets it to the last millisecond of a day',
      rowWith(keptAgo(keptForMs - 1)),
      { ok: true, replayed: { status: 200, body: '{"key":"key"}' } },
    ],
    ['is new after a day', rowWith(keptAgo(keptForMs)), null],
    [
      'is refused to another command',
      rowWith({ ...keptAgo(0), commandHash: 'other' }),
      { ok: false, failure: 'key_reused' },
    ],
  ])('%s', (_, row, answer) => {
    expect(answeredBefore(row, guards(), now)).toEqual(answer);
  });

  test('that is not sent is never answered', () => {
    expect(answeredBefore(rowWith(keptAgo(0)), unguarded, now)).toBeNull();
  });

  test('is refused where a day has brought as many as are kept, until the oldest has gone', () => {
    const row = full(keptForMs - 5);
    expect(isFullOfKeys(row, guards(), now)).toBe(true);
    expect(guardFailure(row, guards(), now)).toEqual({
      ok: false,
      failure: 'too_many_keys',
      retryAfterMs: 5,
    });
    expect(guardFailure(row, guards(), toInstant(now + 5))).toBeNull();
    expect(guardFailure(row, unguarded, now)).toBeNull();
  });

  test('is kept with those that are not expired', async () => {
    const [old, fresh] = [keptAgo(keptForMs, 'old'), keptAgo(1, 'fresh')];
    const wanted = { answered: answered(product.id), realNow: now };
    expect(await keptWith(rowWith(old, fresh), guards(), wanted)).toEqual({
      before: [old, fresh],
      fresh: [fresh],
      record: {
        keyHash: 'key',
        commandHash: 'command',
        status: 200,
        body: product.id,
        keptAt: now,
      },
    });
    expect(await keptWith(rowWith(), unguarded, wanted)).toBeNull();
  });
});

test.each([
  [null, null],
  ['any', null],
  [[7], null],
  [[1, 7], null],
  [[6], 'version_mismatch'],
  [[8], 'version_mismatch'],
  [[], 'version_mismatch'],
] as const)('A write on version 7 that takes %j fails with %s', (ifMatch, failure) => {
  const found = guardFailure(rowWith(), guards({ ifMatch }), now);
  expect(found?.failure ?? null).toBe(failure);
});

test('Nothing is worded for a write without guards', () => {
  expect(unguarded.answerOf(answered(product.id))).toEqual({ status: 200, body: '' });
});
