/**
 * By which fields each collection is sharded on a cluster (`docs/operating.md`, "Shard it"). Those that stay on one
 * shard are here too, with the only key that would keep their ids and codes unique.
 */
export const shardKeys = {
  user_products: ['organisation_id', 'account_id'],
  changes: ['organisation_id', 'account_id'],
  billing_documents: ['organisation_id'],
  events: ['organisation_id'],
  carts: ['organisation_id', '_id'],
  accounts: ['organisation_id', '_id'],
  webhook_deliveries: ['organisation_id', 'endpoint_id'],
  idempotency_records: ['organisation_id', 'key_hash'],
  packages: ['organisation_id'],
  product_groups: ['organisation_id'],
  webhook_endpoints: ['organisation_id'],
  audit_entries: ['organisation_id'],
  operators: ['_id'],
  organisations: ['_id'],
  page_links: ['_id'],
  page_sessions: ['_id'],
  api_clients: ['_id'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The shard key of a collection by its name; none of a collection that is not ours. */
export function shardKeyOf(collection: string): readonly string[] {
  return collection in shardKeys ? shardKeys[collection as keyof typeof shardKeys] : [];
}
