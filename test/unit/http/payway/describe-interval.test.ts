import { expect, test } from '@jest/globals';
import { describeInterval } from '../../../../src/http/payway/describe-interval.js';

test('one month is a month, three are months', () => {
  expect(describeInterval({ unit: 'month', length: 1 })).toBe('month');
  expect(describeInterval({ unit: 'month', length: 3 })).toBe('months');
});
