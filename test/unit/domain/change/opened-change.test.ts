import { expect, test } from '@jest/globals';
import { openedChange } from '../../../../src/domain/change/opened-change.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { basic, digital, lite } from '../../../support/domain/ladder.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { changeId, decidedAt, orderOfChange } from './change-orders.js';

test('The row of a change says what was asked, decided and came of it, and its own events', () => {
  const product = buildUserProduct(basic);
  const order = orderOfChange(product, lite);
  const [own, other] = [buildEvent(product, { changeId }), buildEvent(product)];
  const outcome = { state: 'created', closedAt: null, successorId: null, documents: null } as const;
  const { rule, requirements, effectiveAt, target, amounts } = order.decision;
  expect(openedChange(order, outcome, [other, own])).toEqual({
    id: changeId,
    accountId: product.accountId,
    userProductId: product.id,
    subscriptionId: product.subscriptionId,
    supersedes: null,
    kind: 'downgrade',
    behaviour: 'default',
    rule,
    requirements,
    requestedAt: decidedAt,
    requestedBy: 'demo',
    effectiveAt,
    target,
    amounts,
    eventIds: [own.id],
    ...outcome,
  });
});

test('The row of a change names the one that made room for it', () => {
  const product = buildUserProduct(basic, { pendingChange: buildPending(lite) });
  const outcome = {
    state: 'applied',
    closedAt: decidedAt,
    successorId: null,
    documents: null,
  } as const;
  const { supersedes } = openedChange(orderOfChange(product, digital), outcome, []);
  expect(supersedes).toBe(product.pendingChange?.changeId);
});
