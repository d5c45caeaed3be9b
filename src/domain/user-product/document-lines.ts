import type {
  BillingDocument,
  DocumentPosition,
  PositionKind,
  PositionShare,
} from '../billing/billing-document.js';
import { type Catalogue, packageNameIn } from '../catalogue/catalogue.js';
import type { DocumentId } from '../ids.js';
import type { Money } from '../money/money.js';
import type { Instant } from '../time/instant.js';
import type { Effect } from './number-effects.js';
import type { UserProduct } from './user-product.js';

/** What a document says of a user product: an amount for a service. */
export type DocumentLine = {
  readonly kind: PositionKind;
  readonly of: UserProduct;
  readonly amount: Money;
  readonly from: Instant;
  readonly to: Instant;
  readonly share: PositionShare | null;
};

export type DocumentFrame = {
  readonly at: Instant;
  readonly catalogue: Catalogue;
  readonly ids: { readonly nextDocumentId: () => DocumentId };
};

type Head = Pick<BillingDocument, 'type' | 'references' | 'reason'>;

const invoiceHead: Head = { type: 'invoice', references: null, reason: null };

/** An invoice of these lines; null where nothing is left of them (`makeDocument`). */
export function makeInvoice(
  frame: DocumentFrame,
  lines: readonly DocumentLine[],
): BillingDocument | null {
  return makeDocument(frame, invoiceHead, lines);
}

/**
 * A document of these lines, dated at the effective instant (docs/spec/product-groups-api.md §5): a line of 0 is left out,
 * and so is a document without any. All lines are of one chain, in one currency.
 */
export function makeDocument(
  { at, catalogue, ids }: DocumentFrame,
  head: Head,
  lines: readonly DocumentLine[],
): BillingDocument | null {
  const told = lines.filter((it) => it.amount.amountMinor > 0);
  const [first] = told;
  if (first === undefined) return null;
  return {
    ...head,
    id: ids.nextDocumentId(),
    sequence: null,
    accountId: first.of.accountId,
    subscriptionId: first.of.subscriptionId,
    currency: first.amount.currency,
    createdAt: at,
    netMinor: told.reduce((sum, { amount }) => sum + amount.amountMinor, 0),
    positions: told.map((line) => positionOf(line, catalogue)),
  };
}

function positionOf(
  { kind, of, amount, from, to, share }: DocumentLine,
  catalogue: Catalogue,
): DocumentPosition {
  const { packageId, soldPeriod, quantity } = of;
  return {
    kind,
    name: packageNameIn(catalogue, of),
    quantity,
    unitPriceMinor: soldPeriod.price.amountMinor,
    netMinor: amount.amountMinor,
    from,
    to,
    share,
    packageId,
    periodId: soldPeriod.periodId,
    userProductId: of.id,
  };
}

/** What is told when a document is made: of the row as the commit leaves it, the same on both sides. */
export function documentEffects(
  document: BillingDocument | null,
  row: UserProduct,
  changeId: Effect['changeId'],
): readonly Effect[] {
  if (document === null) return [];
  const type = document.type === 'invoice' ? 'invoice.created' : 'credit_note.created';
  return [{ type, changeId, before: row, after: row, document }];
}
