import { describe, expect, test } from '@jest/globals';
import { verifyChains } from '../../../../src/application/verification/verify-chains.js';
import type { StoredUserProduct } from '../../../../src/application/ports/user-product-store.js';
import { organisationId, rowOf } from './installation-of-rows.js';

const first = rowOf(501);
const { subscriptionId } = first.product;
const [second, third] = [rowOf(502, { subscriptionId }), rowOf(503, { subscriptionId })];

/** What is found on that page, where the account's list reads so, time after time. */
async function found(page: readonly StoredUserProduct[], ...reads: StoredUserProduct[][]) {
  let asked = 0;
  const listByAccount = () => {
    const read = reads[Math.min(asked, reads.length - 1)] ?? [];
    asked += 1;
    return Promise.resolve(read);
  };
  const findings = await verifyChains({ userProducts: { listByAccount } }, organisationId, page);
  return { findings: findings.map((it) => it.facts.user_product_ids), asked };
}

describe('A subscription that lives twice', () => {
  test('is found at its last successor, with all that live', async () => {
    const all = [first, second, third];
    const ids = all.map((it) => it.product.id).join(' ');
    expect((await found(all, all)).findings).toEqual([ids]);
    expect((await found([first, second], all)).findings).toEqual([]);
  });

  test('is read again before anything is said', async () => {
    const { findings, asked } = await found([second], [first, second], [second]);
    expect([findings, asked]).toEqual([[], 2]);
  });

  test('is looked for only where a successor lives', async () => {
    expect((await found([first], [first])).asked).toBe(0);
    expect((await found([second], [second])).findings).toEqual([]);
  });
});
