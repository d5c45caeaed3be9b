import { z } from 'zod';
import { readAmount } from '../../application/import/read-amount.js';
import type { NumberedDocument } from '../../application/ports/billing-document-store.js';
import {
  type DocumentPosition,
  type DocumentType,
  documentSeries,
  type InvoiceReference,
  numberOf,
} from '../../domain/billing/billing-document.js';
import type { Currency } from '../../domain/money/money.js';
import {
  accountIdText,
  currencyText,
  documentIdText,
  instantText,
  orNull,
  packageIdText,
  periodIdText,
  quantityNumber,
  shortText,
  userProductIdText,
} from './field-schemas.js';

const positionSchema = z.strictObject({
  kind: z.enum(['period', 'used', 'credit', 'reinstated']),
  name: shortText,
  quantity: quantityNumber,
  unit_price: z.string(),
  net_amount: z.string(),
  from: instantText,
  to: instantText,
  share: orNull(
    z
      .strictObject({
        parts: z.int().min(0),
        whole: z.int().min(1),
        unit: z.enum(['day', 'millisecond']),
      })
      .refine(({ parts, whole }) => parts <= whole, {
        path: ['parts'],
        message: 'must be at most whole',
      }),
  ),
  package_id: packageIdText,
  period_id: periodIdText,
  user_product_id: userProductIdText,
});

const membersSchema = z.strictObject({
  id: documentIdText,
  type: z.enum(documentSeries),
  number: z.string(),
  account_id: accountIdText,
  /** The first user product of its chain. */
  subscription_id: userProductIdText,
  currency: currencyText,
  referenced_invoice: orNull(documentIdText),
  referenced_number: orNull(shortText),
  reason: orNull(z.literal('order_change')),
  created_at: instantText,
  positions: z.array(positionSchema).min(1),
});

type DocumentMembers = z.output<typeof membersSchema>;
type PositionRow = DocumentMembers['positions'][number];

/** An invoice or a credit note as an export has it (docs/spec/product-groups-api.md §6): all of it, its number among it. */
export const documentRowSchema = membersSchema.transform(toDocument);

/** The same as a line. */
export const documentLineSchema = membersSchema
  .extend({ row: z.literal('billing_document') })
  .transform(({ row, ...given }, context) => ({ row, document: toDocument(given, context) }));

/** A document in the product's words; what is wrong between its members is said at them. */
function toDocument(given: DocumentMembers, context: z.RefinementCtx): NumberedDocument {
  const fault = (path: (string | number)[], message: string): void => {
    context.addIssue({ code: 'custom', path, message });
  };
  const sequence = sequenceIn(given.number, given.type);
  if (sequence === null) {
    const example = String(numberOf({ type: given.type, sequence: 1 }));
    fault(['number'], `must be a number of that type, such as ${example}`);
  }
  const positions = given.positions.map((it, n) =>
    toPosition(it, given.currency, ([member = ''], message) => {
      fault(['positions', n, member], message);
    }),
  );
  const netMinor = positions.reduce((sum, it) => sum + it.netMinor, 0);
  if (!Number.isSafeInteger(netMinor)) fault(['positions'], 'come to more than an amount can be');
  return {
    id: given.id,
    type: given.type,
    sequence: sequence ?? 0,
    accountId: given.account_id,
    subscriptionId: given.subscription_id,
    currency: given.currency,
    references: referenceOf(given, fault),
    reason: given.reason,
    createdAt: given.created_at,
    netMinor,
    positions,
  };
}

type Fault = (path: (string | number)[], message: string) => void;

/** The place that a number names in its series; null: it is none of that type. Example: `CN-0000000012` is the 12th. */
function sequenceIn(number: string, type: DocumentType): number | null {
  const sequence = Number(/^[A-Z]{2}-(\d{10,16})$/.exec(number)?.[1] ?? 0);
  const isOne = Number.isSafeInteger(sequence) && sequence > 0;
  return isOne && numberOf({ type, sequence }) === number ? sequence : null;
}

function referenceOf(given: DocumentMembers, fault: Fault): InvoiceReference | null {
  const { type, referenced_invoice: invoice, referenced_number: number } = given;
  if (type === 'invoice' && invoice !== null) {
    fault(['referenced_invoice'], 'can only be in a credit note');
  }
  if (number !== null && (type === 'invoice' || invoice !== null)) {
    const where = type === 'invoice' ? 'only be in a credit note' : 'not stand beside an invoice';
    fault(['referenced_number'], `can ${where}`);
  }
  if (invoice !== null) return { invoice };
  return number === null ? null : { number };
}

function toPosition(row: PositionRow, currency: Currency, fault: Fault): DocumentPosition {
  const minor = (member: 'unit_price' | 'net_amount'): number => {
    const text = row[member];
    const read = readAmount({ text, currency, mostMinor: Number.MAX_SAFE_INTEGER });
    if (read.ok) return read.amount.amountMinor;
    fault([member], read.problem);
    return 0;
  };
  if (row.to <= row.from) fault(['to'], 'must be later than from');
  return {
    kind: row.kind,
    name: row.name,
    quantity: row.quantity,
    unitPriceMinor: minor('unit_price'),
    netMinor: minor('net_amount'),
    from: row.from,
    to: row.to,
    share: row.share,
    packageId: row.package_id,
    periodId: row.period_id,
    userProductId: row.user_product_id,
  };
}
