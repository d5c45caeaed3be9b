import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { OwnedCollection } from '../../../src/application/ports/import-lookups.js';
import {
  type AccountId,
  type OrganisationId,
  toClientId,
  type UserProductId,
  type WebhookEndpointId,
} from '../../../src/domain/ids.js';
import type { Stores } from '../../../src/storage/open-stores.js';
import { at, stockholm } from '../../support/domain/at.js';
import { buildPackage, sek } from '../../support/domain/build-package.js';
import { buildProductGroup } from '../../support/domain/build-product-group.js';
import { buildCart } from '../../support/stored/build-cart.js';
import { buildEndingCommit } from '../../support/stored/build-commit.js';
import { buildDocument } from '../../support/stored/build-document.js';
import { buildChange, buildEvent } from '../../support/stored/build-entry.js';
import { buildLink, buildSession } from '../../support/stored/build-page-access.js';
import { buildRow } from '../../support/stored/build-row.js';
import { newId } from '../../support/stored/ids.js';
import type { OpenStores } from './open-stores.js';

/** What `verify`, `export`, `import` and `demo` may rely on: they look at whole organisations. */
export function wholeOrganisationContract(open: OpenStores): void {
  let stores: Stores;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ stores, close } = await open());
  });
  afterAll(() => close());

  const insertRows = async (organisationId: OrganisationId, count: number) => {
    const rows = Array.from({ length: count }, () => buildRow({ organisationId }));
    for (const product of rows) {
      await stores.userProducts.insert(organisationId, { product, outbox: [] });
    }
    return rows;
  };

  describe('A walk', () => {
    test('passes every user product of the organisation once, in the order of ids', async () => {
      const organisationId = newId<OrganisationId>();
      const rows = await insertRows(organisationId, 7);
      await insertRows(newId(), 2);
      const passed: UserProductId[] = [];
      for (let after: UserProductId | null = null; ; after = passed.at(-1) ?? null) {
        const page = await stores.walk.page(organisationId, { after, limit: 3 });
        if (page.length === 0) break;
        passed.push(...page.map(({ product }) => product.id));
      }
      expect(passed).toEqual(rows.map(({ id }) => id).toSorted());
    });

    test('tells which ids exist in the organisation', async () => {
      const organisationId = newId<OrganisationId>();
      const [own] = await insertRows(organisationId, 2);
      const [other] = await insertRows(newId(), 1);
      const ids = [own?.id ?? newId(), other?.id ?? newId(), newId<UserProductId>()];
      expect(await stores.walk.existing(organisationId, ids)).toEqual(new Set([own?.id]));
      expect(await stores.walk.existing(organisationId, [])).toEqual(new Set());
    });
  });

  describe('An import', () => {
    test('sees which ids another organisation has', async () => {
      const [owner, importer] = [newId<OrganisationId>(), newId<OrganisationId>()];
      const [row] = await insertRows(owner, 1);
      const [mine] = await insertRows(importer, 1);
      const pack = buildPackage({ number: 1, id: newId() });
      await stores.catalogues.savePackages(owner, [pack]);
      const account = { id: newId<AccountId>(), customerNumber: null };
      await stores.accounts.insertMany(owner, [account]);
      const ids = [row?.id, mine?.id, pack.id, account.id, newId<AccountId>()].map(String);
      const group = buildProductGroup({ id: newId() });
      await stores.productGroups.insert(owner, group);
      if (row === undefined) throw new Error('no row was inserted');
      const document = buildDocument(row);
      await stores.documents.append(owner, { after: 0, documents: [document] });
      const endpoint = {
        ...{ id: newId<WebhookEndpointId>(), organisationId: owner, url: 'https://a.test/' },
        ...{ types: null, enabled: true, secrets: [], position: 0 },
        createdAt: at('2026-11-01T00:00:00Z'),
      };
      await stores.webhookEndpoints.insert(owner, endpoint);
      ids.push(group.id, document.id, endpoint.id);
      const taken = (collection: OwnedCollection) =>
        stores.imports.takenElsewhere(importer, collection, ids);
      expect(await taken('user_products')).toEqual(new Set([row.id]));
      expect(await taken('packages')).toEqual(new Set([pack.id]));
      expect(await taken('webhook_endpoints')).toEqual(new Set([endpoint.id]));
      expect(await taken('billing_documents')).toEqual(new Set([document.id]));
      expect(await taken('product_groups')).toEqual(new Set([group.id]));
      expect(await taken('accounts')).toEqual(new Set([account.id]));
    });
  });

  describe('An import of subscriptions', () => {
    test('is told of a user product of each that is there, in its organisation alone', async () => {
      const organisationId = newId<OrganisationId>();
      const moved = { ...buildRow({ organisationId }), subscriptionId: newId<UserProductId>() };
      await stores.userProducts.insert(organisationId, { product: moved, outbox: [] });
      const [other] = await insertRows(newId(), 1);
      const ids = [moved.subscriptionId, moved.id, other?.id ?? newId(), newId<UserProductId>()];
      expect(await stores.imports.userProductsOf(organisationId, ids)).toEqual(
        new Map([[moved.subscriptionId, moved.id]]),
      );
      expect(await stores.imports.userProductsOf(organisationId, [])).toEqual(new Map());
    });
  });

  describe('An import that would change a time zone', () => {
    const lives = (id: OrganisationId) => stores.imports.hasLivingUserProducts(id);

    test.each(['activated', 'cancelled', 'frozen', 'pending', 'deactivated'] as const)(
      'is told whether a user product lives: %s',
      async (state) => {
        const organisationId = newId<OrganisationId>();
        const product = buildRow({ organisationId, state });
        await stores.userProducts.insert(organisationId, { product, outbox: [] });
        expect(await lives(organisationId)).toBe(state !== 'deactivated');
        expect(await lives(newId())).toBe(false);
      },
    );

    test('is told of a successor that is not inserted yet', async () => {
      const organisationId = newId<OrganisationId>();
      const product = buildRow({ organisationId });
      await stores.userProducts.insert(organisationId, { product, outbox: [] });
      await stores.userProducts.commit(organisationId, buildEndingCommit(product));
      expect(await lives(organisationId)).toBe(true);
    });
  });

  describe('A removal', () => {
    const fill = async () => {
      const organisationId = newId<OrganisationId>();
      const [row = buildRow()] = await insertRows(organisationId, 3);
      const organisation = { id: organisationId, name: 'A', timeZone: stockholm, currency: sek };
      await stores.organisations.save({ ...organisation, live: false, prorationGrain: 'day' });
      await stores.changes.write(organisationId, [{ write: 'open', change: buildChange(row) }]);
      const documents = [buildDocument(row)];
      await stores.documents.append(organisationId, { after: 0, documents });
      await stores.events.append(organisationId, { after: 0, events: [buildEvent(row)] });
      await stores.catalogues.savePackages(organisationId, [
        buildPackage({ number: 1, id: newId() }),
      ]);
      await stores.productGroups.insert(organisationId, buildProductGroup({ id: newId() }));
      await stores.carts.insert(organisationId, buildCart());
      const owner = { kind: 'portal', organisationId, accountId: row.accountId } as const;
      await stores.pageAccess.insertLink(buildLink({ owner }));
      await stores.pageAccess.insertSession(buildSession({ owner }));
      await stores.accounts.insertMany(organisationId, [
        { id: row.accountId, customerNumber: null },
      ]);
      await stores.clients.insert({
        id: toClientId(newId<AccountId>()),
        organisationId,
        secretHash: 'scrypt$',
        scopes: [],
        provisionService: 'tulo',
        disabled: false,
      });
      return { organisationId, row };
    };

    test('takes every document of the organisation out, and none of another', async () => {
      const [gone, kept] = [await fill(), await fill()];
      expect(await stores.removal.remove(gone.organisationId)).toBe(14);
      expect(await stores.organisations.find(gone.organisationId)).toBeNull();
      expect(await stores.userProducts.find(gone.organisationId, gone.row.id)).toBeNull();
      expect(await stores.events.lastPosition(gone.organisationId)).toBe(0);
      expect(await stores.clients.list(gone.organisationId)).toEqual([]);
      expect(await stores.removal.remove(gone.organisationId)).toBe(0);
      expect(await stores.removal.remove(kept.organisationId)).toBe(14);
    });
  });
}
