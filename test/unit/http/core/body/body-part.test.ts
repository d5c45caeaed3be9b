import { expect, test } from '@jest/globals';
import { faulty, faultyAt, fieldOf, itemAt } from '../../../../../src/http/core/body/body-part.js';
import type { FieldFault } from '../../../../../src/http/core/failure.js';

test('a place says which field of which row it is', () => {
  const told: FieldFault[] = [];
  const body = { path: '', tell: (fault: FieldFault) => told.push(fault) };
  const place = itemAt(fieldOf(itemAt(fieldOf(body, 'memberships'), 1), 'pricePlans'), 0);
  expect(place.path).toBe('memberships[1].pricePlans[0]');
  expect(faultyAt(place, { fault: 'malformed' })).toBe(faulty);
  expect(told).toEqual([{ name: 'memberships[1].pricePlans[0]', fault: 'malformed' }]);
});
