import { describe, expect, test } from '@jest/globals';
import type { ChangeId, UserProductId } from '../../../../src/domain/ids.js';
import { dueAtOf, isDue } from '../../../../src/domain/user-product/due-at.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100 });
const end = at('2026-05-01T00:00:00Z');
const dueWith = (edits: Partial<UserProduct>) => dueAtOf(buildUserProduct(basic, edits));
const endedBy = {
  changeId: idOf<ChangeId>(700),
  successorId: idOf<UserProductId>(900),
  answerId: idOf<UserProductId>(900),
  target: buildPending(basic).target,
  behaviour: 'default',
  terms: null,
  documents: null,
} as const;

describe('a user product', () => {
  test.each([
    ['activated', end],
    ['cancelled', end],
    ['deactivated', null],
    ['pending', null],
    ['frozen', null],
  ] as const)('that is %s is due at %s', (state, dueAt) => {
    expect(dueWith({ state })).toBe(dueAt);
  });

  test('that another system provisions, that has ended or has no end is never due', () => {
    expect(dueWith({ provisionService: 'other' })).toBeNull();
    expect(dueWith({ endedBy })).toBeNull();
    expect(dueWith({ validTo: null })).toBeNull();
  });

  test('is due at its end, not a millisecond before it', () => {
    const product = buildUserProduct(basic);
    expect(isDue(product, end)).toBe(true);
    expect(isDue(product, at('2026-04-30T23:59:59.999Z'))).toBe(false);
    expect(isDue({ ...product, state: 'frozen' }, end)).toBe(false);
  });
});
