import type { FoundSubscription } from '../../../application/ports/subscription-search.js';
import type { SubscriptionId } from '../../../domain/ids.js';
import { toDecimalString } from '../../../domain/money/decimal-amount.js';
import { isPayable, priceOf } from '../../../domain/money/price-of.js';
import { formatInstant } from '../../../domain/time/instant-text.js';
import type { TimeZone } from '../../../domain/time/instant.js';
import { csvLines } from '../../kit/csv.js';
import { type PageAnswer, unknownPage } from '../../kit/page-route.js';
import type { OrganisationVisit } from '../visitor.js';
import type { AskedList } from './asked.js';
import type { SubscriptionListDeps } from './subscriptions-deps.js';

/** More are not in one file. */
export const mostRows = 10_000;
const readAtOnce = 500;
/** A page may be short of what was asked for: so often it is asked on. */
const mostReads = 100;

const columns = [
  ...['subscription_id', 'user_product_id', 'account_id', 'customer_number'],
  ...['subscription_number', 'order_id', 'product_code', 'state', 'set_aside', 'quantity'],
  ...['price', 'currency', 'valid_to', 'pending_product_code', 'pending_due'],
];

/**
 * The same list as a file, page by page: what is kept of a page is its lines. Where there is more than fits, the name of
 * the file says so.
 */
export async function answerFile(
  { searchSubscriptions }: SubscriptionListDeps,
  { visitor }: OrganisationVisit,
  { query, before: from }: AskedList,
): Promise<PageAnswer> {
  const organisationId = visitor.at.organisation.id;
  const zone = visitor.at.organisation.timeZone;
  const parts = [csvLines([columns])];
  let before: SubscriptionId | null = from;
  let rows = 0;
  for (let reads = 0; reads < mostReads && rows < mostRows; reads += 1) {
    const limit = Math.min(readAtOnce, mostRows - rows);
    const searched = await searchSubscriptions({ ...query, organisationId, before, limit });
    if (searched === null) return unknownPage;
    const { items, next } = searched.found;
    parts.push(csvLines(items.map((it) => cellsOf(it, zone))));
    rows += items.length;
    before = next;
    if (before === null) break;
  }
  const saveAs = before === null ? 'subscriptions.csv' : `subscriptions-first-${String(rows)}.csv`;
  return { answer: 'file', contentType: 'text/csv; charset=utf-8', bytes: parts.join(''), saveAs };
}

function cellsOf(
  { product, isSetAside, customerNumber }: FoundSubscription,
  zone: TimeZone,
): readonly string[] {
  const { soldPeriod, quantity, pendingChange, validTo } = product;
  const { price } = soldPeriod;
  return [
    ...[product.subscriptionId, product.id, product.accountId, customerNumber ?? ''],
    ...[product.subscriptionNumber ?? '', product.orderId ?? '', product.packageCode],
    ...[product.state, isSetAside ? 'true' : 'false', String(quantity)],
    isPayable(price, quantity) ? toDecimalString(priceOf(price, quantity)) : '',
    price.currency,
    validTo === null ? '' : formatInstant(validTo, zone),
    pendingChange?.target.packageCode ?? '',
    pendingChange === null ? '' : formatInstant(pendingChange.dueAt, zone),
  ];
}
