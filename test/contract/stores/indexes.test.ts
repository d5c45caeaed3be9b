import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openStores, type Stores } from '../../../src/storage/open-stores.js';
import { openDatabase, type TestDatabase } from '../../support/database.js';

const due = 'due_organisation_id_1_due_bucket_1_next_due_at_1';

describe('The health of a database', () => {
  let database: TestDatabase;
  let stores: Stores;
  beforeAll(async () => {
    database = await openDatabase();
    stores = openStores(database);
  });
  afterAll(() => database.close());

  test('tells every index that is missing, in a database that is new', async () => {
    const missing = await stores.database.missingIndexes();
    expect(missing.toSorted()).toEqual([
      'accounts.organisation_id_1__id_1',
      'accounts.organisation_id_1_created_at_1__id_1',
      'accounts.organisation_id_1_customer_number_1',
      'api_clients.organisation_id_1',
      'audit_entries.organisation_id_1__id_1',
      'audit_entries.organisation_id_1_action_1__id_1',
      'audit_entries.organisation_id_1_who_1__id_1',
      'billing_documents.organisation_id_1_concerns_1_created_at_1__id_1',
      'billing_documents.organisation_id_1_created_at_1__id_1',
      'billing_documents.organisation_id_1_type_1_sequence_1',
      'carts.organisation_id_1__id_1',
      'carts.organisation_id_1_account_id_1',
      'carts.organisation_id_1_status_1_created_at_1',
      'changes.organisation_id_1_account_id_1_requested_at_1',
      'changes.organisation_id_1_state_1_closed_at_1',
      'events.organisation_id_1_event_id_1',
      'events.organisation_id_1_position_1',
      'events.organisation_id_1_user_product_id_1_position_1',
      'idempotency_records.organisation_id_1_held_at_1',
      'idempotency_records.organisation_id_1_key_hash_1',
      'operators.email_1',
      'operators.identity_1',
      'organisations.period_ends.held_until_1',
      'packages.organisation_id_1_code_1',
      'page_links.ends_at_1',
      'page_links.organisation_id_1_account_id_1',
      'page_links.token_hash_1',
      'page_sessions.ends_at_1',
      'page_sessions.kind_1_seen_at_1',
      'page_sessions.link_id_1',
      'page_sessions.operator_id_1',
      'page_sessions.organisation_id_1_account_id_1',
      'product_groups.organisation_id_1__id_1',
      'user_products.due_blocked_1',
      `user_products.${due}`,
      'user_products.organisation_id_1__id_1',
      'user_products.organisation_id_1_account_id_1',
      'user_products.organisation_id_1_order_id_1',
      'user_products.organisation_id_1_sold_period.period_id_1',
      'user_products.organisation_id_1_subscription_id_1',
      'user_products.organisation_id_1_subscription_number_1',
      'user_products.outbox.id_1',
      'user_products.pending_change.target.tier_id_1',
      'user_products.successor._id_1',
      'user_products.tier_id_1',
      'webhook_deliveries.organisation_id_1_endpoint_id_1_due_at_1_position_1',
      'webhook_deliveries.organisation_id_1_endpoint_id_1_state_1_position_1',
      'webhook_deliveries.organisation_id_1_endpoint_id_1_subscription_id_1_waiting_position_1',
      'webhook_deliveries.organisation_id_1_endpoint_id_1_tried_at_1_position_1',
      'webhook_endpoints.organisation_id_1__id_1',
    ]);
  });

  test('is made good, any number of times', async () => {
    await stores.database.ensureIndexes();
    await stores.database.ensureIndexes();
    expect(await stores.database.missingIndexes()).toEqual([]);
  });

  test('lacks an index that is there in another form', async () => {
    const { collection } = database.models.userProducts;
    await collection.dropIndex(due);
    expect(await stores.database.missingIndexes()).toEqual([`user_products.${due}`]);
    const key = { due_organisation_id: 1, due_bucket: 1, next_due_at: 1 } as const;
    await collection.createIndexes([{ key, name: due }]);
    expect(await stores.database.missingIndexes()).toEqual([`user_products.${due}`]);
  });

  test('tells the time of the server', async () => {
    const before = Date.now();
    const { localTime } = await stores.database.ping();
    expect(Math.abs(localTime - before)).toBeLessThan(60_000);
  });
});

describe('The declared indexes', () => {
  test('of user products are not unique: a successor can always be inserted', async () => {
    const database = await openDatabase();
    const indexes = database.models.userProducts.schema.indexes();
    expect(indexes.filter(([, { unique }]) => unique === true)).toEqual([]);
    await database.close();
  });

  test('are never partial: not every server has that', async () => {
    const database = await openDatabase();
    const indexes = Object.values(database.models).flatMap(({ schema }) => schema.indexes());
    expect(indexes.length).toBeGreaterThan(0);
    expect(indexes.filter(([, options]) => options.partialFilterExpression)).toEqual([]);
    await database.close();
  });
});
