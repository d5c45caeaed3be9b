import { describe, expect, test } from '@jest/globals';
import { fileDraft, ids } from './import-file-text.js';
import { faultsOf, parsed } from './parsed-document.js';

const from = '2026-11-01T00:00:00+01:00';
const paid = { amount: '100.00', currency: 'SEK', from };

describe('what a document says was paid for a subscription', () => {
  test('is read, as little as it says', () => {
    const read = (value: object) =>
      parsed(fileDraft.with('user_products.0.paid', value).text()).userProducts[0]?.paid;
    expect(parsed(fileDraft.text()).userProducts[0]?.paid).toBeNull();
    expect(read(paid)).toEqual({
      amount: '100.00',
      credited: '0',
      currency: 'SEK',
      forMs: null,
      from: Date.parse(from),
      to: null,
      document: null,
    });
    expect(
      read({ ...paid, for_ms: 5, to: '+1M', credited: '12.50', document: 'F-1' }),
    ).toMatchObject({
      forMs: 5,
      to: { unit: 'month', amount: 1 },
      credited: '12.50',
      document: { number: 'F-1' },
    });
    expect(read({ ...paid, document: ids.package })).toMatchObject({
      document: { invoice: ids.package },
    });
  });

  test('stands beside whether it is told by documents, its invoice ours by id or another’s by number', () => {
    const read = (value: object) =>
      parsed(fileDraft.with('user_products.0.billing', value).text()).userProducts[0]?.billing;
    expect(read({})).toEqual({ hasDocuments: false, paid: null });
    expect(
      read({ documents: true, paid: { amount: '1', from, invoice_number: ids.package } }),
    ).toEqual({
      hasDocuments: true,
      paid: {
        ...{ amount: '1', credited: '0', currency: null, forMs: null, to: null },
        from: Date.parse(from),
        document: { number: ids.package },
      },
    });
    expect(read({ paid: { ...paid, document: ids.package } })).toMatchObject({
      hasDocuments: false,
      paid: { document: { invoice: ids.package } },
    });
  });

  test.each([
    ['amount', 100, 'must be a string'],
    ['currency', 'sek', 'must be a currency of ISO 4217, such as SEK'],
    ['for_ms', 0, 'must be at least 1'],
    ['for_ms', 0.5, 'must be a whole number'],
    [
      'from',
      'tomorrow',
      'must be an ISO 8601 date and time with an offset or Z, or relative: -10D, +1M',
    ],
    ['price', '1', 'is not a member known here'],
  ])('is told where it is wrong: %s %j', (member, value, problem) => {
    const wrong = { ...paid, [member]: value };
    expect(faultsOf(fileDraft.with('user_products.0.paid', wrong).text())).toEqual([
      `user_products[0].paid.${member}: ${problem}`,
    ]);
    expect(faultsOf(fileDraft.with('user_products.0.billing', { paid: wrong }).text())).toEqual([
      `user_products[0].billing.paid.${member}: ${problem}`,
    ]);
  });

  test.each([
    [{ documents: 'yes' }, 'documents: must be true or false'],
    [{ paid: { ...paid, document: 'F-1' } }, 'paid.document: must be 24 hexadecimal characters'],
    [
      { paid: { ...paid, document: ids.package, invoice_number: 'F-1' } },
      'paid.invoice_number: cannot stand beside document',
    ],
  ])('is told where its documents are wrong: %j', (billing, problem) => {
    expect(faultsOf(fileDraft.with('user_products.0.billing', billing).text())).toEqual([
      `user_products[0].billing.${problem}`,
    ]);
  });
});

describe('how many of it a subscription has, on which tier', () => {
  const pending = { kind: 'upgrade', package_code: 'offer', period_id: ids.campaignPeriod };

  test('is one on none, where the document does not say', () => {
    const row = parsed(fileDraft.with('user_products.0.pending_change', pending).text())
      .userProducts[0];
    expect(row).toMatchObject({
      ...{ quantity: 1, tierId: null },
      pendingChange: { kind: 'upgrade', quantity: 1, tierId: null },
    });
  });

  test('is what the document says, of a change that waits too', () => {
    const draft = fileDraft
      .with('user_products.0.quantity', 3)
      .with('user_products.0.tier_id', ids.package.toUpperCase())
      .with('user_products.0.pending_change', { ...pending, quantity: 5, tier_id: ids.period });
    expect(parsed(draft.text()).userProducts[0]).toMatchObject({
      ...{ quantity: 3, tierId: ids.package },
      pendingChange: { quantity: 5, tierId: ids.period },
    });
  });

  test.each([
    ['quantity', 0, 'must be at least 1'],
    ['quantity', 1_000_001, 'must be at most 1000000'],
    ['quantity', 1.5, 'must be a whole number'],
    ['tier_id', 'pro', 'must be 24 hexadecimal characters'],
  ])('is told where it is wrong: %s %j', (member, value, problem) => {
    const draft = fileDraft
      .with(`user_products.0.${member}`, value)
      .with('user_products.0.pending_change', { ...pending, [member]: value });
    expect(faultsOf(draft.text())).toEqual([
      `user_products[0].${member}: ${problem}`,
      `user_products[0].pending_change.${member}: ${problem}`,
    ]);
  });
});
