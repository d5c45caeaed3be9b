import { z } from 'zod';
import type { BillingImport, PaidImport } from '../../application/import/organisation-import.js';
import type { InvoiceReference } from '../../domain/billing/billing-document.js';
import { type DocumentId, parseId } from '../../domain/ids.js';
import { currencyText, dateText, documentIdText, orNull, shortText } from './field-schemas.js';

const stretch = {
  amount: z.string(),
  for_ms: orNull(z.int().min(1)),
  from: dateText,
  to: orNull(dateText),
  credited: z.string().default('0'),
};

type StretchRow = z.output<z.ZodObject<typeof stretch>>;

/**
 * What was paid for a user product (docs/spec/change-rules.md §3); amounts are decimal strings in major units, and read
 * where it is known in which currency.
 */
export const paidRowSchema = z
  .strictObject({ ...stretch, currency: currencyText, document: orNull(shortText) })
  .transform(({ currency, document, ...given }) =>
    toPaid(given, { currency, document: document === null ? null : referenceOf(document) }),
  );

/** One of ours by its id, one of another system by its number. */
function referenceOf(document: string): InvoiceReference {
  const invoice = parseId<DocumentId>(document);
  return invoice === null ? { number: document } : { invoice };
}

const billedPaidSchema = z
  .strictObject({
    ...stretch,
    currency: orNull(currencyText),
    document: orNull(documentIdText),
    invoice_number: orNull(shortText),
  })
  .transform((given, context): PaidImport => {
    const { currency, document, invoice_number: number } = given;
    if (document !== null && number !== null) {
      const message = 'cannot stand beside document';
      context.addIssue({ code: 'custom', path: ['invoice_number'], message });
    }
    const other = number === null ? null : { number };
    return toPaid(given, { currency, document: document === null ? other : { invoice: document } });
  });

/** Whether documents are made for a user product, and what was paid for it by them (docs/spec/product-groups-api.md §9). */
export const billingRowSchema = z
  .strictObject({ documents: z.boolean().default(false), paid: orNull(billedPaidSchema) })
  .transform(({ documents, paid }): BillingImport => ({ hasDocuments: documents, paid }));

function toPaid(
  { amount, for_ms: forMs, from, to, credited }: StretchRow,
  rest: Pick<PaidImport, 'currency' | 'document'>,
): PaidImport {
  return { amount, credited, forMs, from, to, ...rest };
}
