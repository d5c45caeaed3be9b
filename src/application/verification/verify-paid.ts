import { isMore } from '../../domain/money/share.js';
import type { DomainEvent } from '../../domain/user-product/event-side.js';
import { isSameRate, type Paid } from '../../domain/user-product/paid.js';
import { paidFaultOf } from '../../domain/user-product/paid-fault.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { gainsValue } from '../../domain/user-product/value-gained.js';
import { worthOf } from '../../domain/user-product/value-left.js';
import type { StoredUserProduct } from '../ports/user-product-store.js';
import type { Finding } from './finding.js';

/** What a row says was paid for it, where no rule can have made it (docs/spec/change-rules.md §3). */
export function verifyPaidOfRow({
  product,
}: Pick<StoredUserProduct, 'product'>): readonly Finding[] {
  const member = paidFaultOf(product);
  return member === null ? [] : [findingOf(product, 'paid_inconsistent', { member })];
}

/** An event by which a subscription came to more value than was paid for (docs/spec/change-rules.md §6, law 14). */
export function verifyPaidOfEvent(event: DomainEvent): readonly Finding[] {
  if (!gainsValue(event)) return [];
  const { organisationId, subscriptionId, id, sequence, type } = event;
  const facts = { subscription_id: subscriptionId, event_id: id, sequence, type };
  return [{ organisationId, promise: 'value_above_paid', facts }];
}

/** A living row that says otherwise than its last event, and what that told was paid; null: it told nothing of it. */
export function verifyPaidAsTold(product: UserProduct, told: Paid | null): readonly Finding[] {
  if (told === null || paidFaultOf(product) !== null || isAsTold(product.paid, told)) return [];
  const promise = isMore(worthOf(product.paid), worthOf(told))
    ? 'value_above_paid'
    : 'paid_inconsistent';
  return [findingOf(product, promise, { last_sequence: product.lastSequence })];
}

function isAsTold(paid: Paid, told: Paid): boolean {
  return isSameRate(paid, told) && paid.from === told.from && paid.to === told.to;
}

function findingOf(
  { organisationId, id }: UserProduct,
  promise: Finding['promise'],
  facts: Finding['facts'],
): Finding {
  return { organisationId, promise, facts: { user_product_id: id, ...facts } };
}
