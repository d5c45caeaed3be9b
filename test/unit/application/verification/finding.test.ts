import { expect, test } from '@jest/globals';
import { isWarning } from '../../../../src/application/verification/finding.js';

test('A tier that is gone is a warning; whatever else is found is a promise that does not hold', () => {
  const of = { organisationId: null, facts: {} };
  expect(isWarning({ ...of, promise: 'tier_lost' })).toBe(true);
  for (const promise of ['paid_differs', 'invariant_broken', 'document_lost'] as const) {
    expect(isWarning({ ...of, promise })).toBe(false);
  }
});
