import { describe, expect, test } from '@jest/globals';
import type { ChangeIdentity } from '../../../../src/domain/user-product/change.js';
import { findRepeat } from '../../../../src/domain/change/find-repeat.js';
import type { ChangeId, UserProductId } from '../../../../src/domain/ids.js';
import { buildPackage, buildPeriod } from '../../../support/domain/build-package.js';
import {
  buildPending,
  buildUserProduct,
  productId,
} from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100 });
const lite = buildPackage({ number: 200, periods: [buildPeriod({ number: 0xabc })] });
const asked: ChangeIdentity = {
  packageCode: lite.code,
  periodId: idOf(0xabc),
  behaviour: 'default',
};
const pending = buildPending(lite);
const waiting = buildUserProduct(basic, { pendingChange: pending });
const ended = buildUserProduct(basic, {
  state: 'deactivated',
  endedBy: {
    changeId: idOf<ChangeId>(700),
    successorId: idOf<UserProductId>(900),
    answerId: idOf<UserProductId>(900),
    target: pending.target,
    behaviour: 'default',
  },
});

describe('a repeat', () => {
  test('of the change that waits is answered with the user product’s own id', () => {
    expect(findRepeat(waiting, asked)).toBe(productId);
  });

  test('of the change that ended the user product is answered as that was', () => {
    expect(findRepeat(ended, asked)).toBe(idOf(900));
  });

  test('is one with a period id in capitals too', () => {
    expect(findRepeat(waiting, { ...asked, periodId: asked.periodId.toUpperCase() })).toBe(
      productId,
    );
  });

  test.each([
    ['another package', { packageCode: 'other' }],
    ['a package code in capitals', { packageCode: lite.code.toUpperCase() }],
    ['another period', { periodId: idOf(5) }],
    ['the other behaviour', { behaviour: 'explicit' }],
  ] as const)('is none with %s', (_, edit) => {
    expect(findRepeat(waiting, { ...asked, ...edit })).toBeNull();
    expect(findRepeat(ended, { ...asked, ...edit })).toBeNull();
  });

  test('is none where nothing waits and nothing ended it', () => {
    expect(findRepeat(buildUserProduct(basic), asked)).toBeNull();
  });
});
