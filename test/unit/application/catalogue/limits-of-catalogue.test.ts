import { expect, test } from '@jest/globals';
import { whenFull } from '../../../../src/application/catalogue/limits-of-catalogue.js';

test('One more is refused where there are as many as may be', () => {
  expect(whenFull(9, 10)).toBeNull();
  expect(whenFull(10, 10)).toEqual({ ok: false, failure: 'full', most: 10 });
  expect(whenFull(11, 10)).toEqual({ ok: false, failure: 'full', most: 10 });
});
