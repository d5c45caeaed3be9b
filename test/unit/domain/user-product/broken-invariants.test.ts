import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import {
  brokenInvariants,
  lacksEnd,
} from '../../../../src/domain/user-product/broken-invariants.js';
import type { TierId } from '../../../../src/domain/ids.js';
import type { PendingChange } from '../../../../src/domain/user-product/change.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { eur, money, sek } from '../../../support/domain/build-package.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic, ladderCatalogue, lite } from '../../../support/domain/ladder.js';

const broken = (edits: Partial<UserProduct>, replaced: readonly Package[] = []) =>
  brokenInvariants(buildUserProduct(basic, edits), ladderCatalogue(utc, replaced));
const waiting = buildPending(lite);
const to = (period: Partial<PendingChange['target']['period']>) => ({
  pendingChange: {
    ...waiting,
    target: { ...waiting.target, period: { ...waiting.target.period, ...period } },
  },
});

describe('A user product', () => {
  test('breaks no invariant, whether something waits in it or not', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ pendingChange: waiting })).toEqual([]);
  });

  test.each<[string, Partial<UserProduct>, string]>([
    ['has an end where it recurs', { validTo: null }, 'end_missing'],
    ['ends after it begins', { validTo: at('2026-04-01T00:00:00Z') }, 'end_not_after_start'],
    ['is of its period’s type', { subscriptionType: 'limited' }, 'sold_period_of_another_type'],
  ])('%s', (_, edits, invariant) => {
    expect(broken(edits)).toEqual([invariant]);
  });

  test.each<[string, Partial<UserProduct>, string]>([
    [
      'only in what is active',
      { pendingChange: waiting, state: 'cancelled' },
      'waits_where_nothing_can',
    ],
    [
      'only in what we end',
      { pendingChange: waiting, provisionService: 'other' },
      'waits_for_what_we_do_not_end',
    ],
    [
      'for the end of the period',
      { pendingChange: { ...waiting, dueAt: at('2026-05-02T00:00:00Z') } },
      'waits_for_another_instant',
    ],
    ['for what is of its type', to({ type: 'limited' }), 'waits_for_another_type'],
    ['in its currency', to({ price: money(5_000, eur) }), 'waits_for_another_currency'],
    [
      'for what is paid as it is',
      to({ paymentMethod: 'card' }),
      'waits_for_another_payment_method',
    ],
    ['for another package', { pendingChange: buildPending(basic) }, 'waits_for_what_it_is'],
  ])('has a change that waits %s', (_, edits, invariant) => {
    expect(broken(edits)).toEqual([invariant]);
  });

  test('waits for and on what may be changed', () => {
    const bundled = [{ ...lite, kind: 'bundle' } as const];
    expect(broken({ pendingChange: waiting }, bundled)).toEqual([
      'waits_for_what_cannot_be_changed_to',
    ]);
    expect(broken({ pendingChange: waiting }, [{ ...basic, kind: 'bundle' }])).toEqual([
      'waits_on_what_cannot_be_changed',
    ]);
  });

  test('may wait for another period of its package where that was asked for', () => {
    const explicit = { ...buildPending(basic), behaviour: 'explicit' } as const;
    const { target } = explicit;
    const period = { ...target.period, periodId: waiting.target.period.periodId };
    expect(broken({ pendingChange: explicit })).toEqual(['waits_for_what_it_is']);
    expect(broken({ pendingChange: { ...explicit, target: { ...target, period } } })).toEqual([]);
  });

  describe('may wait by the rules of its product group', () => {
    const [own, up] = [tierOf(basic, { number: 801 }), tierOf(lite, { number: 802 })];
    const other = tierOf(lite, { number: 812 });
    const groups = [
      groupOf({ number: 800, tiers: [own, up] }),
      groupOf({ number: 810, tiers: [other] }),
    ];
    const packages = [basic, lite];
    const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages, groups });
    const inGroup = (target: Partial<PendingChange['target']>, tierId: TierId | null = own.id) => {
      const pending = buildPending(lite, { kind: 'upgrade', behaviour: 'group' });
      const pendingChange = { ...pending, target: { ...pending.target, tierId: up.id, ...target } };
      return brokenInvariants(buildUserProduct(basic, { tierId, pendingChange }), catalogue);
    };

    test('for another tier, paid by whatever method', () => {
      const { period } = buildPending(lite).target;
      expect(inGroup({})).toEqual([]);
      expect(inGroup({ period: { ...period, paymentMethod: 'card' } })).toEqual([]);
    });

    test('for another plan or another quantity of its own tier, and not for the same', () => {
      const same = { ...buildPending(basic).target, tierId: own.id };
      const period = { ...same.period, periodId: waiting.target.period.periodId };
      expect(inGroup({ ...same, period })).toEqual([]);
      expect(inGroup({ ...same, quantity: 2 })).toEqual([]);
      expect(inGroup(same)).toEqual(['waits_for_what_it_is']);
    });

    test.each<[string, ReturnType<typeof inGroup>]>([
      ['in another group', inGroup({ tierId: other.id })],
      ['that is gone', inGroup({ tierId: idOf(899) })],
      ['it does not name', inGroup({ tierId: null })],
      ['without being on one', inGroup({}, null)],
    ])('but for no tier %s', (_, invariants) => {
      expect(invariants).toEqual(['waits_for_no_tier_of_its_group']);
    });

    test('where its own tier is gone by now', () => {
      expect(inGroup({}, idOf(898))).toEqual([]);
    });
  });

  test.each<[Partial<UserProduct>, boolean]>([
    [{}, true],
    [{ state: 'cancelled' }, true],
    [{ state: 'deactivated' }, false],
    [{ state: 'frozen' }, false],
    [{ provisionService: 'other' }, false],
    [{ subscriptionType: 'single' }, false],
    [{ validTo: at('2026-05-01T00:00:00Z') }, false],
  ])('without an end lacks one where we would renew or end it: %j, %s', (edits, lacks) => {
    expect(lacksEnd(buildUserProduct(basic, { validTo: null, ...edits }))).toBe(lacks);
  });
});
