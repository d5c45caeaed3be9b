import { expect, test } from '@jest/globals';
import { toPendingItems } from '../../../../src/http/payway/pending-shape.js';
import { buildPackage, buildPeriod, money } from '../../../support/domain/build-package.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import { basic, ladderCatalogue } from '../../../support/domain/ladder.js';

const quarterly = buildPackage({
  number: 600,
  periods: [
    buildPeriod({ number: 601, interval: { unit: 'month', length: 3 }, price: money(24_950) }),
  ],
});

test('what waits is told by what it is, with its price in words', () => {
  const waiting = [
    buildPending(basic),
    buildPending(quarterly, { kind: 'change' }),
    buildPending(basic),
  ];
  const { downgrades, changes } = toPendingItems(waiting, ladderCatalogue());
  expect(downgrades).toHaveLength(2);
  expect(changes).toMatchObject([{ price_description: '249.50 SEK / 3 months' }]);
  expect(downgrades).toContainEqual({
    id: waiting[0]?.changeId,
    state: 'created',
    created: '2026-04-10T02:00:00+02:00',
    target_package: { id: basic.id, code: basic.code, name: basic.name, tags: [] },
    price_description: '100.00 SEK / month',
    change_date: '2026-05-01T02:00:00+02:00',
  });
});

test('where nothing waits both lists are empty', () => {
  expect(toPendingItems([], ladderCatalogue())).toEqual({ downgrades: [], changes: [] });
});
