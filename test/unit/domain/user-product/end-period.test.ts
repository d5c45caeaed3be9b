import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import { endPeriod } from '../../../../src/domain/user-product/end-period.js';
import { paidFor } from '../../../../src/domain/user-product/paid.js';
import type { Transition } from '../../../../src/domain/user-product/transition.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money, sek } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100, rank: 10 });
const lite = buildPackage({
  number: 200,
  rank: 5,
  periods: [buildPeriod({ number: 201, price: money(5_000) })],
});
const boundary = at('2026-05-01T00:00:00Z');

const end = (edits: Partial<UserProduct>, packages: readonly Package[] = [basic, lite]) =>
  endPeriod({
    product: buildUserProduct(basic, { version: 3, lastSequence: 6, ...edits }),
    catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages }),
    ids: countingIds(),
  });
const typesOf = ({ events }: Transition) => events.map((it) => it.type);

describe('the end of a period', () => {
  test('renews what recurs: the same id, the same valid_from, one month more', () => {
    const before = buildUserProduct(basic, { version: 3, lastSequence: 6 });
    const done = end({});
    expect(done.next).toEqual({
      ...before,
      validTo: at('2026-06-01T00:00:00Z'),
      paid: paidFor({
        amount: money(10_000),
        from: boundary,
        to: at('2026-06-01T00:00:00Z'),
      }),
      updatedAt: boundary,
      version: 4,
      lastSequence: 7,
      lastEffectiveAt: boundary,
    });
    expect(done).toMatchObject({ successor: null, changeRows: [], changeId: null });
    expect(typesOf(done)).toEqual(['user_product_renewed']);
    expect(done.events[0]).toMatchObject({
      sequence: 7,
      occurredAt: boundary,
      changeId: null,
      before: { userProduct: { validTo: boundary, version: 3 } },
      after: { userProduct: { validTo: at('2026-06-01T00:00:00Z'), version: 4 } },
    });
  });

  test.each(['limited', 'single'] as const)('deactivates what is %s', (subscriptionType) => {
    const done = end({ subscriptionType });
    expect(done.next).toMatchObject({ state: 'deactivated', validTo: boundary, version: 4 });
    expect(typesOf(done)).toEqual(['user_product_deactivated']);
  });

  test('deactivates what was cancelled', () => {
    const done = end({ state: 'cancelled', cancelledAt: at('2026-04-02T00:00:00Z') });
    expect(done.next).toMatchObject({ state: 'deactivated', validTo: boundary, endedBy: null });
    expect(typesOf(done)).toEqual(['user_product_deactivated']);
  });

  test('of a cancelled one supersedes what still waited', () => {
    const done = end({ state: 'cancelled', pendingChange: buildPending(lite) });
    expect(typesOf(done)).toEqual(['package_change_cancelled', 'user_product_deactivated']);
    expect(done.next).toMatchObject({
      state: 'deactivated',
      pendingChange: null,
      lastSequence: 8,
      version: 4,
    });
    expect(done.successor).toBeNull();
    expect(done.changeRows).toEqual([
      {
        write: 'close',
        changeId: idOf(700),
        state: 'superseded',
        closedAt: boundary,
        effectiveAt: boundary,
        successorId: null,
        eventIds: [idOf(1)],
      },
    ]);
  });

  test('applies a downgrade that waited: its successor starts where the old one ends', () => {
    const done = end({ pendingChange: buildPending(lite) });
    expect(typesOf(done)).toEqual(['package_downgrade_completed']);
    expect(done.successor).toMatchObject({
      id: idOf(900),
      createdFrom: 'downgrade',
      packageCode: lite.code,
      validFrom: boundary,
      validTo: at('2026-06-01T00:00:00Z'),
      version: 1,
      lastSequence: 7,
      createdAt: boundary,
    });
    expect(done.next).toMatchObject({
      state: 'deactivated',
      validTo: boundary,
      pendingChange: null,
      lastSequence: 7,
      version: 4,
      endedBy: { changeId: idOf(700), successorId: idOf(900), answerId: idOf(500) },
    });
    expect(done.events[0]).toMatchObject({
      changeId: idOf(700),
      userProductId: idOf(500),
      before: { userProduct: { id: idOf(500) } },
      after: { userProduct: { id: idOf(900) } },
    });
    expect(done.changeRows).toEqual([
      {
        write: 'close',
        changeId: idOf(700),
        state: 'applied',
        closedAt: boundary,
        effectiveAt: boundary,
        successorId: idOf(900),
        documents: null,
        eventIds: [idOf(1)],
      },
    ]);
  });

  test('applies an explicit change that waited', () => {
    const done = end({
      pendingChange: buildPending(lite, { kind: 'change', behaviour: 'explicit' }),
    });
    expect(typesOf(done)).toEqual(['package_change_completed']);
    expect(done.successor?.createdFrom).toBe('package_change');
    expect(done.next.endedBy?.behaviour).toBe('explicit');
  });

  test.each([
    ['gone', [basic]],
    ['archived', [basic, { ...lite, archived: true }]],
  ])('fails a change whose target package is %s, and renews', (_, packages) => {
    const done = end({ pendingChange: buildPending(lite) }, packages);
    expect(typesOf(done)).toEqual(['package_change_failed', 'user_product_renewed']);
    expect(done.events.map((it) => it.changeId)).toEqual([idOf(700), null]);
    expect(done.events[1]?.before).toEqual(done.events[0]?.after);
    expect(done.next).toMatchObject({
      state: 'activated',
      pendingChange: null,
      validTo: at('2026-06-01T00:00:00Z'),
      version: 4,
      lastSequence: 8,
    });
    expect(done.changeRows).toMatchObject([
      {
        write: 'close',
        changeId: idOf(700),
        state: 'failed',
        closedAt: at('2026-05-01T00:00:00Z'),
        effectiveAt: boundary,
        successorId: null,
        eventIds: [idOf(1)],
      },
    ]);
  });

  test('fails a limited one’s change and deactivates it', () => {
    const done = end({ subscriptionType: 'limited', pendingChange: buildPending(lite) }, [basic]);
    expect(typesOf(done)).toEqual(['package_change_failed', 'user_product_deactivated']);
    expect(done.next.state).toBe('deactivated');
  });

  test('keeps an effective instant that is already later', () => {
    const later = at('2026-05-02T00:00:00Z');
    expect(end({ lastEffectiveAt: later }).next.lastEffectiveAt).toBe(later);
  });

  test('is not for what is never due', () => {
    expect(() => end({ state: 'frozen' })).toThrow(TypeError);
    expect(() => end({ validTo: null })).toThrow(TypeError);
  });
});
