import { z } from 'zod';
import type { PaidImport } from '../../application/import/organisation-import.js';
import type { InvoiceReference } from '../../domain/billing/billing-document.js';
import { type DocumentId, parseId } from '../../domain/ids.js';
import { compareMoney } from '../../domain/money/compare-money.js';
import { currencyText, dateText, orNull, shortText } from './field-schemas.js';
import { readAmount } from './period-schema.js';

/** What was paid for a user product (docs/spec/change-rules.md §3); amounts are decimal strings in major units. */
export const paidRowSchema = z
  .strictObject({
    amount: z.string(),
    currency: currencyText,
    for_ms: orNull(z.int().min(1)),
    from: dateText,
    to: orNull(dateText),
    credited: z.string().default('0'),
    document: orNull(shortText),
  })
  .transform((given, context): PaidImport => {
    const { currency, from, to, document } = given;
    const amount = readAmount({ text: given.amount, currency, member: 'amount' }, context);
    const credited = readAmount({ text: given.credited, currency, member: 'credited' }, context);
    if (amount === null || credited === null) return z.NEVER;
    if (compareMoney(credited, amount) > 0) {
      context.addIssue({ code: 'custom', path: ['credited'], message: 'must be at most amount' });
    }
    const creditedMinor = credited.amountMinor;
    return {
      amount,
      forMs: given.for_ms,
      from,
      to,
      creditedMinor,
      document: document === null ? null : referenceOf(document),
    };
  });

/** One of ours by its id, one of another system by its number. */
function referenceOf(document: string): InvoiceReference {
  const invoice = parseId<DocumentId>(document);
  return invoice === null ? { number: document } : { invoice };
}
