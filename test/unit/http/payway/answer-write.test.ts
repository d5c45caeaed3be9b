import { describe, expect, test } from '@jest/globals';
import { failed } from '../../../../src/http/core/failure.js';
import type { Problem } from '../../../../src/http/core/problem.js';
import { answerWrite } from '../../../../src/http/payway/answer-write.js';
import { notFound } from '../../../../src/http/payway/problems/not-found.js';
import { answered } from '../../../support/answered.js';

const id = '56e1741a6fc9365306000002' as never;

test('a write answers the id that it ended in', () => {
  expect(answerWrite({ ok: true, ...answered(id) })).toEqual({ status: 200, body: { id } });
});

test('one that was answered before is answered by the same bytes', () => {
  const replayed = { status: 200, body: '{ "id": 1 }' };
  expect(answerWrite({ ok: true, replayed })).toEqual({
    status: 200,
    text: '{ "id": 1 }',
    isReplay: true,
  });
});

describe('A write that was not done', () => {
  test('on what is unknown is one 404', () => {
    expect(answerWrite({ ok: false, failure: 'not_found' })).toBe(notFound);
  });

  test('because the rules refuse it is 409', () => {
    const refusals = [{ reason: 'no_pending_change', facts: {} }] as const;
    const answer = answerWrite({ ok: false, failure: 'refused', refusals });
    expect(answer).toMatchObject({ status: 409, code: 'no_pending_change' });
  });

  test('for a reason that all APIs share is left to the dialect’s table', () => {
    expect(answerWrite({ ok: false, failure: 'version_mismatch' })).toEqual(
      failed('version_mismatch'),
    );
    expect(answerWrite({ ok: false, failure: 'key_reused' })).toEqual(failed('key_reused'));
    expect(answerWrite({ ok: false, failure: 'too_many_keys', retryAfterMs: 1_001 })).toEqual(
      failed('too_many_keys', { retryAfterSeconds: 2 }),
    );
  });

  test('because its quote cannot be read is a fault of the quote', () => {
    const { status, body } = answerWrite({ ok: false, failure: 'quote_unreadable' }) as Problem;
    const message = 'Parameter is no quote of ours';
    expect([status, body]).toEqual([400, { code: 'invalid_parameter', field: 'quote', message }]);
  });

  test('because its quote no longer holds says what has changed', () => {
    const moved = ['the price', 'the period'];
    const faults = moved.map((what) => ({
      code: 'version_mismatch',
      field: 'quote',
      message: `The quote no longer holds: ${what} has changed`,
    }));
    const { status, body } = answerWrite({ ok: false, failure: 'quote_moved', moved }) as Problem;
    expect([status, body]).toEqual([412, { ...faults[0], errors: faults }]);
  });
});
