/**
 * Ids are 24 lower-case hex characters (docs/spec/payway-api.md §1), except a client's, which is any string.
 * Each sort of id is its own type, so that one cannot stand where another belongs.
 */
declare const sort: unique symbol;
type Id<Sort extends string> = string & { readonly [sort]: Sort };

export type OrganisationId = Id<'organisation'>;
export type AccountId = Id<'account'>;
export type UserProductId = Id<'user product'>;
export type PackageId = Id<'package'>;
export type PaymentPeriodId = Id<'payment period'>;
export type ChangeId = Id<'change'>;
export type EventId = Id<'event'>;
export type OutboxEntryId = Id<'outbox entry'>;
export type ProductGroupId = Id<'product group'>;
export type TierId = Id<'tier'>;
export type DocumentId = Id<'billing document'>;
export type CartId = Id<'cart'>;
export type WebhookEndpointId = Id<'webhook endpoint'>;
export type OperatorId = Id<'operator'>;
export type PageLinkId = Id<'page link'>;
export type AuditEntryId = Id<'audit entry'>;
export type ClientId = Id<'client'>;
/** The first user product of a chain names the subscription. */
export type SubscriptionId = Id<'user product'>;

const objectIdPattern = /^[a-f\d]{24}$/;

/** An id as sent by a client, in either case, or null where it cannot be one (`"abc"`, 23 characters, a newline). */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function parseId<T extends Id<string>>(raw: string): T | null {
  const lower = raw.toLowerCase();
  return objectIdPattern.test(lower) && lower.length === 24 ? (lower as T) : null;
}

/** An id that is known to be one: from the database, from an id source, from a literal. Throws on anything else. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function toId<T extends Id<string>>(raw: string): T {
  const id = parseId<T>(raw);
  if (id === null) throw new TypeError('an id must be 24 hexadecimal characters');
  return id;
}

/** The same of what may be none. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function toIdOrNull<T extends Id<string>>(raw: string | null): T | null {
  return raw === null ? null : toId<T>(raw);
}

/** A client's id is taken as it is. */
export function toClientId(raw: string): ClientId {
  return raw as ClientId;
}
