import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { ChangeDecision } from '../../../../src/domain/change/change-decision.js';
import { decideChange } from '../../../../src/domain/change/decide-change.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { type ChangeId, toClientId } from '../../../../src/domain/ids.js';
import { registerChange } from '../../../../src/domain/change/register-change.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100, rank: 10 });
const digital = buildPackage({ number: 300, rank: 20 });
const catalogue = makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, digital] });
const now = at('2026-04-16T00:00:00Z');
const product = buildUserProduct(basic);
const outcome = decideChange(
  {
    product,
    target: { package: digital, period: firstPeriod(digital), quantity: 1, tierId: null },
    catalogue,
    now,
  },
  makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations: new Set() }),
);
const register = (edits: Partial<ChangeDecision>) => {
  if (!outcome.ok) throw new Error('an explicit change is accepted');
  return registerChange({
    product,
    decision: { ...outcome.decision, ...edits },
    changeId: idOf<ChangeId>(800),
    requestedBy: toClientId('demo'),
    sendsCreditNote: false,
    catalogue,
    ids: countingIds(),
    now,
  });
};

describe('registering a change', () => {
  test('that is explicit is told by package_change', () => {
    const { events, next } = register({});
    expect(events.map((it) => it.type)).toEqual(['package_change']);
    expect(next.pendingChange).toMatchObject({ kind: 'change', behaviour: 'explicit' });
  });

  test('that is an upgrade, as within a product group, is told by package_upgrade_scheduled', () => {
    const { events, next } = register({ kind: 'upgrade' });
    expect(events.map((it) => it.type)).toEqual(['package_upgrade_scheduled']);
    expect(next.pendingChange).toMatchObject({ kind: 'upgrade', dueAt: product.validTo });
  });
});
