import { describe, expect, test } from '@jest/globals';
import { findRepeat } from '../../../../src/domain/change/find-repeat.js';
import type { NamedTarget } from '../../../../src/domain/change/named-target.js';
import type { ChangeId, UserProductId } from '../../../../src/domain/ids.js';
import type { ChangeBehaviour } from '../../../../src/domain/user-product/change.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../../support/domain/build-package.js';
import {
  buildPending,
  buildUserProduct,
  productId,
} from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100 });
const lite = buildPackage({ number: 200, periods: [buildPeriod({ number: 0xabc })] });
const asked = {
  behaviour: 'default' as ChangeBehaviour,
  isNamed: ({ packageCode, periodId }: NamedTarget) =>
    packageCode === lite.code && periodId === idOf(0xabc),
};
const pending = buildPending(lite);
const waiting = buildUserProduct(basic, { pendingChange: pending });
const terms = {
  kind: 'upgrade',
  rule: 'rank_higher',
  effectiveAt: at('2026-04-16T00:00:00Z'),
  validTo: at('2026-04-23T12:00:00Z'),
  renewedAtOnce: false,
  amounts: {
    valueLeft: money(5_000),
    valueCarried: money(5_000),
    nextRenewal: money(20_000),
    settlement: null,
  },
} as const;
const repeatOf = (product: UserProduct, request: typeof asked) => findRepeat(product, request, utc);
const ended = buildUserProduct(basic, {
  state: 'deactivated',
  endedBy: {
    changeId: idOf<ChangeId>(700),
    successorId: idOf<UserProductId>(900),
    answerId: idOf<UserProductId>(900),
    target: pending.target,
    behaviour: 'default',
    terms,
    documents: null,
  },
});

describe('a repeat', () => {
  test('of the change that waits is answered with the user product’s own id', () => {
    expect(repeatOf(waiting, asked)?.id).toBe(productId);
  });

  test('is of the change as it was frozen, until the end of the period as it is', () => {
    expect(repeatOf(waiting, asked)).toMatchObject({
      target: pending.target,
      terms: {
        ...{ kind: 'downgrade', rule: 'rank_lower', renewedAtOnce: false },
        ...{ effectiveAt: pending.dueAt, validTo: at('2026-06-01T00:00:00Z') },
        amounts: { nextRenewal: pending.target.period.price },
      },
    });
    expect(repeatOf(ended, asked)).toMatchObject({ target: pending.target, terms });
  });

  test('of the change that ended the user product is answered as that was', () => {
    expect(repeatOf(ended, asked)?.id).toBe(idOf(900));
  });

  test('is told by the names of the target as it was frozen', () => {
    const seen: NamedTarget[] = [];
    const isNamed = (it: NamedTarget) => seen.push(it) > 0;
    repeatOf(waiting, { ...asked, isNamed });
    repeatOf(ended, { ...asked, isNamed });
    const names = { packageCode: lite.code, periodId: idOf(0xabc), quantity: 1, tierId: null };
    expect(seen).toEqual([
      { ...names, takesQuantity: false },
      { ...names, takesQuantity: false },
    ]);
  });

  test.each([
    ['another target', { isNamed: () => false }],
    ['Payway’s other behaviour', { behaviour: 'explicit' }],
    ['the rules of a product group', { behaviour: 'group' }],
  ] as const)('is none with %s', (_, edit) => {
    expect(repeatOf(waiting, { ...asked, ...edit })).toBeNull();
    expect(repeatOf(ended, { ...asked, ...edit })).toBeNull();
  });

  test('is none where nothing waits and nothing ended it', () => {
    expect(repeatOf(buildUserProduct(basic), asked)).toBeNull();
  });
});
