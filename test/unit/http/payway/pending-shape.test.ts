import { expect, test } from '@jest/globals';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { pendingChangesAnswer, toPendingItems } from '../../../../src/http/payway/pending-shape.js';
import { firstPeriod } from '../../../support/domain/build-package.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { ladderCatalogue, lite } from '../../../support/domain/ladder.js';

const downgrade = buildPending(lite);
const period = soldPeriodOf(firstPeriod(lite));
const quarterly = { ...period, interval: { unit: 'month', length: 3 } } as const;
const change = {
  ...downgrade,
  kind: 'change',
  target: { ...downgrade.target, period: quarterly },
} as const;

test('what waits is told by what it is, with its price in words', () => {
  const items = toPendingItems([change, downgrade], ladderCatalogue());
  const waiting = {
    id: downgrade.changeId,
    state: 'created',
    created: '2026-04-10T02:00:00+02:00',
    target_package: { id: lite.id, code: 'package_200', name: 'Package 200', tags: [] },
    price_description: '50.00 SEK / month',
    change_date: '2026-05-01T02:00:00+02:00',
  };
  expect(JSON.stringify(items)).toBe(
    JSON.stringify({
      downgrades: [waiting],
      changes: [{ ...waiting, price_description: '50.00 SEK / 3 months' }],
    }),
  );
  expect(pendingChangesAnswer.safeParse({ items }).error).toBeUndefined();
});

test('an upgrade that waits stands among the changes', () => {
  const { downgrades, changes } = toPendingItems(
    [{ ...downgrade, kind: 'upgrade', behaviour: 'group' }],
    ladderCatalogue(),
  );
  expect([downgrades.length, changes.length]).toEqual([0, 1]);
});
