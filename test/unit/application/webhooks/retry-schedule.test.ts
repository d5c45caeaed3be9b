import { describe, expect, test } from '@jest/globals';
import type { WebhookAnswer } from '../../../../src/application/ports/webhook-sender.js';
import {
  afterFailure,
  requestedPause,
  isSuccess,
} from '../../../../src/application/webhooks/retry-schedule.js';
import { toInstant } from '../../../../src/domain/time/instant.js';
import { at } from '../../../support/domain/at.js';

const now = at('2026-11-01T12:00:00Z');
const hour = 3_600_000;

const answered = (status: number, retryAfter: string | null = null): WebhookAnswer => ({
  kind: 'answered',
  status,
  retryAfter,
  text: '',
});

describe('After a failure', () => {
  test('a delivery is tried again after the pause of the schedule and a little chance', () => {
    const retry = { tries: 0, now, notBefore: null, chance: 0.5 };
    const nextAttemptAt = at('2026-11-01T12:00:05.500Z');
    expect(afterFailure(retry)).toEqual({ state: 'failed', nextAttemptAt });
  });

  test('the pauses come to somewhat more than three days, and the tenth failure is the last', () => {
    const hours = Array.from({ length: 9 }, (_, tries) => {
      const next = afterFailure({ tries, now, notBefore: null, chance: 0 });
      return next.state === 'failed' ? (next.nextAttemptAt - now) / hour : 0;
    });
    expect(hours.reduce((sum, it) => sum + it, 0)).toBeCloseTo(75.6, 1);
    expect(afterFailure({ tries: 9, now, notBefore: null, chance: 0 })).toEqual({ state: 'dead' });
  });

  test('what the receiver asked for is waited for where it is later, and not where it is earlier', () => {
    const notBefore = toInstant(now + hour);
    const early = afterFailure({ tries: 0, now, notBefore, chance: 0 });
    expect(early).toEqual({ state: 'failed', nextAttemptAt: notBefore });
    const late = afterFailure({ tries: 3, now, notBefore, chance: 0 });
    expect(late).toEqual({ state: 'failed', nextAttemptAt: toInstant(now + 2 * hour) });
  });
});

describe('Retry-After', () => {
  test.each([
    ['120', '2026-11-01T12:02:00Z'],
    ['Sun, 01 Nov 2026 12:30:00 GMT', '2026-11-01T12:30:00Z'],
    ['999999999', '2026-11-02T12:00:00Z'],
    ['Sun, 01 Nov 2099 12:30:00 GMT', '2026-11-02T12:00:00Z'],
  ])('%s is until %s', (raw, until) => {
    expect(requestedPause(answered(503, raw), now)).toBe(at(until));
  });

  test.each([null, '', '0', '-5', 'soon', '1.5', 'Sun, 01 Nov 2020 12:30:00 GMT'])(
    '%j asks for nothing',
    (raw) => {
      expect(requestedPause(answered(503, raw), now)).toBeNull();
    },
  );

  test('is not heard with a success, nor where there is no answer', () => {
    expect(requestedPause(answered(200, '120'), now)).toBeNull();
    expect(requestedPause({ kind: 'failed', failure: 'timed_out' }, now)).toBeNull();
  });
});

test.each([
  [199, false],
  [200, true],
  [299, true],
  [300, false],
  [304, false],
  [410, false],
  [500, false],
])('%i is a success: %s', (status, expected) => {
  expect(isSuccess(answered(status))).toBe(expected);
});
