import { expect, test } from '@jest/globals';
import {
  itemStatuses,
  itemStatusOf,
  stateCalled,
} from '../../../../../src/http/product-groups/shapes/item-status.js';

test.each(Object.entries(itemStatusOf))('%s is %s, and the other way round', (state, status) => {
  expect(stateCalled(status)).toBe(state);
  expect(itemStatuses).toContain(status);
});
