import { describe, expect, test } from '@jest/globals';
import {
  newTierInput,
  tierInputFaults,
} from '../../../../../src/pages/console/groups/tier-form.js';
import { writtenIn } from '../../../../../src/pages/kit/written.js';
import { stockholm } from '../../../../support/domain/at.js';
import { buildPackage, buildPeriod } from '../../../../support/domain/build-package.js';

const periods = Array.from({ length: 21 }, (_, at) => buildPeriod({ number: 101 + at }));
const pack = buildPackage({ number: 100, periods });
const { say } = writtenIn('en', stockholm);
const faults = (given: { readonly plans?: number; readonly label?: string }) => {
  const periodIds = periods.slice(0, given.plans ?? 1).map(({ id }) => id);
  return tierInputFaults({ ...newTierInput, periodIds, label: given.label ?? null }, pack, say);
};

describe('The form of a tier', () => {
  test('takes from one to 20 price plans', () => {
    expect(faults({ plans: 0 })).toEqual({
      plans: 'Choose at least one price plan of the product.',
    });
    expect(faults({ plans: 20 })).toEqual({});
    expect(faults({ plans: 21 })).toEqual({ plans: 'Choose at most 20 price plans.' });
  });

  test('takes a label of up to 100 characters that can be printed', () => {
    expect(faults({ label: '😀'.repeat(100) })).toEqual({});
    expect(faults({ label: 'x'.repeat(101) })).toEqual({
      label: 'The label is too long: at most 100 characters.',
    });
    expect(faults({ label: 'a\u0007b' })).toEqual({
      label: 'Leave out the characters that cannot be printed.',
    });
  });
});
