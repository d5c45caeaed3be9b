import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { ChangeId, UserProductId } from '../../../../../src/domain/ids.js';
import type { Change } from '../../../../../src/domain/user-product/change.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import {
  failedChange,
  subscriptionState,
} from '../../../../../src/pages/kit/subscription/subscription-state.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import { buildPackage, money, sek } from '../../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';

const pack = buildPackage({ number: 10 });
const catalogue = makeCatalogue({ timeZone: stockholm, currency: sek, packages: [pack] });
const pending = buildPending(pack);
const stateOf = (edits: Partial<UserProduct>) =>
  subscriptionState(buildUserProduct(pack, edits), catalogue);
const may = at('2026-05-01T00:00:00Z');
const endedBy = {
  changeId: idOf<ChangeId>(700),
  successorId: idOf<UserProductId>(901),
  answerId: idOf<UserProductId>(901),
  target: pending.target,
  behaviour: 'default',
  terms: null,
  documents: null,
} as const;

describe('A subscription', () => {
  test('renews at the end of its period, for its price times its quantity', () => {
    expect(stateOf({ quantity: 3 })).toEqual({ state: 'renews', at: may, price: money(30_000) });
  });

  test('waits where a change is ordered', () => {
    expect(stateOf({ pendingChange: pending })).toEqual({ state: 'waits', pending });
  });

  test('is cancelled and runs, also where a change had waited', () => {
    const cancelled = { state: 'cancelled', endsAt: may };
    expect(stateOf({ state: 'cancelled' })).toEqual(cancelled);
    expect(stateOf({ state: 'cancelled', pendingChange: pending })).toEqual(cancelled);
  });

  test('that does not renew runs out', () => {
    expect(stateOf({ subscriptionType: 'limited' })).toEqual({ state: 'limited', endsAt: may });
  });

  test.each([
    ['waits for its start', { state: 'pending' }, 'pending'],
    ['is paused', { state: 'frozen' }, 'frozen'],
    ['is provisioned elsewhere', { provisionService: 'elsewhere' }, 'elsewhere'],
    ['is paused elsewhere', { state: 'frozen', provisionService: 'elsewhere' }, 'elsewhere'],
  ] as const)('is only looked at where it %s', (_, edits, state) => {
    expect(stateOf(edits)).toEqual({ state });
  });

  test('was ended by a change, and leads to what came after it', () => {
    const lastEffectiveAt = at('2026-04-16T00:00:00Z');
    expect(stateOf({ state: 'deactivated', endedBy, lastEffectiveAt })).toEqual({
      state: 'ended',
      endedAt: lastEffectiveAt,
      by: 'change',
      successorId: endedBy.successorId,
    });
  });

  test('was ended by a cancellation, or by itself', () => {
    const ended = { state: 'ended', endedAt: may, successorId: null };
    const cancelledAt = at('2026-04-10T00:00:00Z');
    expect(stateOf({ state: 'deactivated', cancelledAt })).toEqual({
      ...ended,
      by: 'cancellation',
    });
    expect(stateOf({ state: 'deactivated' })).toEqual({ ...ended, by: 'end' });
  });
});

describe('A change that could not be made', () => {
  const failed = { id: idOf(1), state: 'failed' } as Change;
  const other = { id: idOf(2), state: 'applied' } as Change;

  test('is shown until something else is asked for', () => {
    expect(failedChange([failed, other])).toBe(failed);
    expect(failedChange([other, failed])).toBeNull();
    expect(failedChange([])).toBeNull();
  });
});
