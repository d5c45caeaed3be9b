import { expect, test } from '@jest/globals';
import { clockTarget } from '../../../../../src/pages/console/developers/clock-step.js';
import { at, stockholm } from '../../../../support/domain/at.js';

const now = at('2027-01-31T12:00:00+01:00');
const asked = { text: '', now, boundary: null, zone: stockholm };

test.each([
  ['day', {}, '2027-02-01T12:00:00+01:00'],
  ['day', { now: at('2027-03-27T12:00:00+01:00') }, '2027-03-28T12:00:00+02:00'],
  ['month', {}, '2027-02-28T12:00:00+01:00'],
  ['boundary', { boundary: at('2027-02-03T00:00:00+01:00') }, '2027-02-03T00:00:00+01:00'],
  ['boundary', { boundary: at('2027-01-03T00:00:00+01:00') }, '2027-01-31T12:00:00+01:00'],
  ['at', { text: '2027-02-03T00:00:00Z' }, '2027-02-03T00:00:00Z'],
] as const)('A step by %s with %j leads to %s', (step, edits, target) => {
  expect(clockTarget({ ...asked, ...edits, step })).toBe(at(target));
});

test('A step that the calendar does not reach leads nowhere', () => {
  expect(clockTarget({ ...asked, step: 'boundary' })).toBeNull();
  expect(clockTarget({ ...asked, step: 'at', text: '2027-02-30T00:00:00Z' })).toBeNull();
  const last = at('9999-12-31T12:00:00Z');
  expect(clockTarget({ ...asked, step: 'month', now: last })).toBeNull();
});
