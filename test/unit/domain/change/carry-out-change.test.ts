import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import { decideChange } from '../../../../src/domain/change/decide-change.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { type ChangeId, toClientId } from '../../../../src/domain/ids.js';
import { carryOutChange } from '../../../../src/domain/change/carry-out-change.js';
import type { Transition } from '../../../../src/domain/user-product/transition.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import {
  buildPackage,
  buildPeriod,
  firstPeriod,
  money,
  sek,
} from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100, rank: 10 });
const lite = buildPackage({ number: 200, rank: 5 });
const digital = buildPackage({
  number: 300,
  rank: 20,
  titleCode: 'digital',
  periods: [buildPeriod({ number: 301, price: money(20_000) })],
});
const catalogue = makeCatalogue({
  timeZone: utc,
  currency: sek,
  packages: [basic, lite, digital],
});
const now = at('2026-04-16T00:00:00Z');
const changeId = idOf<ChangeId>(800);

function change(product: UserProduct, target: Package): Transition {
  const outcome = decideChange(
    {
      product,
      target: { package: target, period: firstPeriod(target), quantity: 1, tierId: null },
      catalogue,
      now,
    },
    makePaywayPolicy({ behaviour: 'default', exportingIntegrations: new Set() }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const { decision } = outcome;
  const ids = countingIds();
  const by = { changeId, requestedBy: toClientId('demo'), sendsCreditNote: false };
  return carryOutChange({ ...by, product, decision, catalogue, ids, now });
}
const typesOf = ({ events }: Transition) => events.map((it) => it.type);

describe('an upgrade', () => {
  const source = buildUserProduct(basic, { version: 3, lastSequence: 6 });
  const done = change(source, digital);

  test('ends the old user product, which keeps its valid_to', () => {
    expect(done.next).toEqual({
      ...source,
      state: 'deactivated',
      endedBy: {
        changeId,
        successorId: idOf(900),
        answerId: idOf(900),
        target: done.successor && {
          packageId: digital.id,
          packageCode: digital.code,
          period: done.successor.soldPeriod,
          quantity: 1,
          tierId: null,
        },
        documents: null,
        terms: {
          ...{ kind: 'upgrade', rule: 'rank_higher', effectiveAt: now, renewedAtOnce: false },
          validTo: at('2026-04-23T12:00:00Z'),
          amounts: {
            ...{ valueLeft: money(5_000), valueCarried: money(5_000) },
            nextRenewal: money(20_000),
            settlement: null,
          },
        },
        behaviour: 'default',
      },
      updatedAt: now,
      version: 4,
      lastSequence: 7,
      lastEffectiveAt: now,
    });
  });

  test('begins a new one at once, which ends on 23 April 12:00', () => {
    expect(done.successor).toMatchObject({
      id: idOf(900),
      createdFrom: 'upgrade',
      state: 'activated',
      packageCode: digital.code,
      titleCode: 'digital',
      subscriptionId: source.subscriptionId,
      validFrom: now,
      validTo: at('2026-04-23T12:00:00Z'),
      version: 1,
      lastSequence: 7,
    });
  });

  test('is told by one event, from the one to the other', () => {
    expect(typesOf(done)).toEqual(['package_upgrade']);
    expect(done.events[0]).toMatchObject({
      sequence: 7,
      userProductId: source.id,
      changeId,
      occurredAt: now,
      before: { userProduct: { id: source.id, state: 'activated', version: 3 } },
      after: { userProduct: { id: idOf(900), state: 'activated', version: 1 } },
    });
  });

  test('opens a change row that is applied and closed', () => {
    expect(done.changeId).toBe(changeId);
    expect(done.changeRows).toEqual([
      {
        write: 'open',
        change: expect.objectContaining({
          id: changeId,
          userProductId: source.id,
          successorId: idOf(900),
          kind: 'upgrade',
          rule: 'rank_higher',
          state: 'applied',
          requestedBy: toClientId('demo'),
          requestedAt: now,
          effectiveAt: now,
          closedAt: now,
          eventIds: [idOf(1)],
        }) as unknown,
      },
    ]);
  });

  test('supersedes first what waited', () => {
    const waiting = buildUserProduct(basic, { pendingChange: buildPending(lite) });
    const upgraded = change(waiting, digital);
    expect(typesOf(upgraded)).toEqual(['package_change_cancelled', 'package_upgrade']);
    expect(upgraded.events.map((it) => it.changeId)).toEqual([idOf(700), changeId]);
    expect(upgraded.events[0]?.after?.userProduct).toMatchObject({
      pendingChange: null,
      version: 1,
      state: 'activated',
    });
    expect(upgraded.events[1]?.before).toEqual(upgraded.events[0]?.after);
    expect(upgraded.next).toMatchObject({ pendingChange: null, version: 2, lastSequence: 3 });
    expect(upgraded.successor).toMatchObject({ pendingChange: null, lastSequence: 3 });
    expect(upgraded.changeRows[0]).toEqual({
      write: 'close',
      changeId: idOf(700),
      state: 'superseded',
      closedAt: now,
      effectiveAt: at('2026-05-01T00:00:00Z'),
      successorId: null,
      eventIds: [idOf(1)],
    });
    expect(upgraded.changeRows[1]).toMatchObject({ write: 'open', change: { id: changeId } });
  });

  test('with nothing left is renewed in the same commit', () => {
    const free = buildUserProduct(basic, {
      soldPeriod: { ...source.soldPeriod, price: money(0) },
      pendingChange: buildPending(lite),
    });
    const upgraded = change(free, digital);
    expect(typesOf(upgraded)).toEqual([
      'package_change_cancelled',
      'package_upgrade',
      'user_product_renewed',
    ]);
    expect(upgraded.events[1]?.after?.userProduct).toMatchObject({ validTo: now, version: 1 });
    expect(upgraded.events[2]).toMatchObject({
      userProductId: idOf(900),
      before: { userProduct: { validTo: now } },
      after: { userProduct: { validTo: at('2026-05-16T00:00:00Z'), version: 1 } },
    });
    expect(upgraded.successor).toMatchObject({
      validTo: at('2026-05-16T00:00:00Z'),
      anchor: { at: now, billingDay: 16 },
      lastSequence: 4,
    });
    expect(upgraded.next.lastSequence).toBe(4);
    expect(upgraded.changeRows[1]).toMatchObject({ change: { eventIds: [idOf(2), idOf(3)] } });
  });
});

describe('a downgrade', () => {
  const source = buildUserProduct(basic, { version: 3, lastSequence: 6 });
  const done = change(source, lite);

  test('waits in its user product for the end of the period', () => {
    expect(done.successor).toBeNull();
    expect(done.next).toEqual({
      ...source,
      pendingChange: {
        changeId,
        kind: 'downgrade',
        behaviour: 'default',
        rule: 'rank_lower',
        target: buildPending(lite).target,
        requestedAt: now,
        requestedBy: toClientId('demo'),
        dueAt: at('2026-05-01T00:00:00Z'),
      },
      updatedAt: now,
      version: 4,
      lastSequence: 7,
      lastEffectiveAt: now,
    });
  });

  test('is told by package_downgrade and opens a change row that is created', () => {
    expect(typesOf(done)).toEqual(['package_downgrade']);
    expect(done.events[0]).toMatchObject({
      before: { userProduct: { pendingChange: null, version: 3 } },
      after: { userProduct: { pendingChange: { changeId }, version: 4 } },
    });
    expect(done.changeRows).toEqual([
      {
        write: 'open',
        change: expect.objectContaining({
          state: 'created',
          closedAt: null,
          successorId: null,
          effectiveAt: at('2026-05-01T00:00:00Z'),
          eventIds: [idOf(1)],
        }) as unknown,
      },
    ]);
  });

  test('replaces another that waited, which becomes superseded', () => {
    const waiting = buildUserProduct(basic, { pendingChange: buildPending(digital) });
    const replaced = change(waiting, lite);
    expect(typesOf(replaced)).toEqual(['package_change_cancelled', 'package_downgrade']);
    expect(replaced.next.pendingChange?.target.packageCode).toBe(lite.code);
    expect(replaced.changeRows).toMatchObject([
      { write: 'close', changeId: idOf(700), state: 'superseded', eventIds: [idOf(1)] },
      { write: 'open', change: { id: changeId, eventIds: [idOf(2)] } },
    ]);
  });
});
