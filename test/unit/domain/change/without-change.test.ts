import { describe, expect, test } from '@jest/globals';
import { changeAtOnce } from '../../../../src/domain/change/change-at-once.js';
import { withoutChange } from '../../../../src/domain/change/without-change.js';
import type { ChangeId } from '../../../../src/domain/ids.js';
import { endPeriod } from '../../../../src/domain/user-product/end-period.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';
import { basic, digital, ladderCatalogue, lite } from '../../../support/domain/ladder.js';
import { buildChange } from '../../../support/stored/build-entry.js';
import { orderOfChange } from './change-orders.js';

const may = at('2026-05-01T00:00:00Z');
const june = at('2026-06-01T00:00:00Z');
const catalogue = ladderCatalogue(utc);
const product = buildUserProduct(basic);
const superseded = {
  change: buildChange(product, buildPending(lite)),
  changeId: idOf<ChangeId>(802),
};
const upgraded = changeAtOnce(orderOfChange(product, digital)).next;
const endedBy = (pendingChange: UserProduct['pendingChange'], edits: Partial<UserProduct> = {}) =>
  endPeriod({ product: { ...product, pendingChange, ...edits }, catalogue, ids: countingIds() })
    .next;
const changed = endedBy(buildPending(digital));

describe('A subscription without its last change', () => {
  test('is as it was before an upgrade, with what that had superseded', () => {
    const without = withoutChange({ source: upgraded, superseded, catalogue, ids: countingIds() });
    expect(without).toMatchObject({
      ...{ packageCode: basic.code, state: 'activated', validTo: may, endedBy: null },
      pendingChange: { changeId: idOf(802), dueAt: may },
    });
  });

  test('would have been renewed where the change came at the end', () => {
    const ids = countingIds();
    const without = withoutChange({ source: changed, superseded: null, catalogue, ids });
    expect(without).toMatchObject({ packageCode: basic.code, state: 'activated', validTo: june });
  });

  test('would be on what the change had superseded, where it came at the end', () => {
    const without = withoutChange({ source: changed, superseded, catalogue, ids: countingIds() });
    expect(without).toMatchObject({ packageCode: lite.code, validTo: june, pendingChange: null });
  });

  test('would be over where it is limited', () => {
    const source = endedBy(buildPending(digital), { subscriptionType: 'limited' });
    const without = withoutChange({ source, superseded: null, catalogue, ids: countingIds() });
    expect(without.state).toBe('deactivated');
  });
});
