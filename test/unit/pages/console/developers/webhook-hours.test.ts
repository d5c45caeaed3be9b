import { expect, test } from '@jest/globals';
import { triedHours } from '../../../../../src/pages/console/developers/webhook-hours.js';
import { at } from '../../../../support/domain/at.js';

test('Tries of the last 24 hours fall into their hours, delivered or not', () => {
  const now = at('2027-01-02T12:00:00Z');
  const hours = triedHours(
    [
      { state: 'delivered', triedAt: at('2027-01-01T12:00:00Z') },
      { state: 'dead', triedAt: at('2027-01-02T11:30:00Z') },
      { state: 'failed', triedAt: now },
      { state: 'delivered', triedAt: now },
    ],
    now,
  );
  expect(hours).toHaveLength(24);
  expect(hours[0]).toEqual({ from: at('2027-01-01T12:00:00Z'), delivered: 1, other: 0 });
  expect(hours[23]).toEqual({ from: at('2027-01-02T11:00:00Z'), delivered: 1, other: 2 });
});
