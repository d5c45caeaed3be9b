import { describe, expect, test } from '@jest/globals';
import type { EndedBy } from '../../../../../src/domain/user-product/change.js';
import { itemShape, toItem } from '../../../../../src/http/product-groups/shapes/item-shape.js';
import { buildPending, buildUserProduct } from '../../../../support/domain/build-user-product.js';
import { idOf } from '../../../../support/domain/id-of.js';
import { catalogue, pro, proTier, starter, starterTier } from './group-example.js';

const product = buildUserProduct(starter, { tierId: starterTier.id, version: 4 });

describe('an item', () => {
  test('tells what it is on, for how long, and what was paid', () => {
    const printed = toItem(product, catalogue);
    expect(printed).toEqual({
      id: product.id,
      subscription: product.subscriptionId,
      customer: product.accountId,
      name: 'Starter',
      status: 'active',
      type: 'product',
      productGroupMembership: expect.objectContaining({ id: starterTier.id, label: 'Starter' }),
      product: { id: starter.id, name: 'Starter', number: 'starter' },
      pricePlan: expect.objectContaining({ id: idOf(0x111), price: { amount: 1_000 } }),
      quantity: 1,
      billing: {
        documents: false,
        payInAdvance: true,
        billingInterval: '1M',
        lastBilledAt: null,
        lastBilledFrom: null,
        lastBilledTo: null,
        nextBillingAt: '2026-05-01T00:00:00+00:00',
        paid: { amount: 1_000, precision: 2, currencyCode: 'EUR' },
        credited: { amount: 0, precision: 2, currencyCode: 'EUR' },
      },
      currentPeriod: { from: '2026-04-01T00:00:00+00:00', to: '2026-05-01T00:00:00+00:00' },
      pendingChange: null,
      successor: null,
      activatedAt: '2026-04-01T00:00:00+00:00',
      version: 4,
    });
    expect(itemShape.safeParse(printed).error).toBeUndefined();
  });

  test('tells what was invoiced last where there are documents', () => {
    const paid = { ...product.paid, document: { number: 'F-1' }, creditedMinor: 250 };
    const printed = toItem({ ...product, hasDocuments: true, paid }, catalogue);
    expect(printed.billing).toMatchObject({
      documents: true,
      lastBilledAt: '2026-04-01T00:00:00+00:00',
      lastBilledFrom: '2026-04-01T00:00:00+00:00',
      lastBilledTo: '2026-05-01T00:00:00+00:00',
      credited: { amount: 250 },
    });
  });

  test('tells of a change that waits what it is to', () => {
    const pending = buildPending(pro, { kind: 'upgrade' });
    const target = { ...pending.target, tierId: proTier.id, quantity: 2 };
    const printed = toItem({ ...product, pendingChange: { ...pending, target } }, catalogue);
    expect(printed.pendingChange).toEqual({
      id: pending.changeId,
      kind: 'upgrade',
      productGroupMembership: expect.objectContaining({ id: proTier.id, label: 'Professional' }),
      product: { id: pro.id, name: 'Pro', number: 'pro' },
      pricePlan: expect.objectContaining({ id: idOf(0x121) }),
      quantity: 2,
      requestedAt: '2026-04-10T00:00:00+00:00',
      dueAt: '2026-05-01T00:00:00+00:00',
    });
    expect(itemShape.safeParse(printed).error).toBeUndefined();
  });

  test('names what a change has made of it', () => {
    const endedBy = { successorId: idOf(901) } as EndedBy;
    const printed = toItem({ ...product, state: 'deactivated', endedBy }, catalogue);
    expect(printed).toMatchObject({ status: 'terminated', successor: idOf(901) });
  });

  test('has no period where it has no end', () => {
    const printed = toItem({ ...product, validTo: null, state: 'frozen' }, catalogue);
    expect(printed).toMatchObject({ status: 'paused', currentPeriod: null });
    expect(itemShape.safeParse(printed).error).toBeUndefined();
  });
});
