import { expect, test } from '@jest/globals';
import { queuedEvents } from '../../../../src/application/webhooks/queued-events.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

const row = buildRow();
const [renewal, upgrade] = [buildEvent(row), buildEvent(row, { type: 'package_upgrade' })];
const page = [
  { position: 4, event: renewal },
  { position: 5, event: upgrade },
];
const queuedUpgrade = {
  position: 5,
  eventId: upgrade.id,
  eventType: 'package_upgrade',
  subscriptionId: row.subscriptionId,
};

test('A delivery refers to its event by what sending in order needs', () => {
  expect(queuedEvents(page, ['package_upgrade'])).toEqual([queuedUpgrade]);
});

test('An endpoint without a choice of types wants all, one with another choice none', () => {
  expect(queuedEvents(page, null).map((it) => it.position)).toEqual([4, 5]);
  expect(queuedEvents(page, ['user_product_created'])).toEqual([]);
});
