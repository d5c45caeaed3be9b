import { afterAll, beforeAll } from '@jest/globals';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { until } from '../../support/until.js';
import { type OpenedShop, type PortalApp, startPortalApp } from './portal-app.js';

export const base = (id: string): string => `/portal/subscriptions/${id}`;

export const locationOf = ({
  status,
  headers,
}: {
  readonly status: number;
  readonly headers: { readonly location?: string | undefined };
}) => [status, headers.location];

/** One application for a file of tests, with a shop in it. */
export function openPortalSuite() {
  let app: PortalApp;
  let shop: OpenedShop;
  beforeAll(async () => {
    app = await startPortalApp();
    shop = await app.opens({ offer: ['lite', 'basic', 'digital', 'premium'] });
  });
  afterAll(() => app.close());

  /** What the account has in the database, once what follows an ended one is inserted: that happens behind the answer. */
  const rowsOf = ({ organisationId, accountId }: UserProduct) =>
    until(async () => {
      const rows = await app.stores.userProducts.listByAccount(
        organisationId,
        accountId,
        () => undefined,
      );
      const ids = new Set(rows.map(({ product }) => product.id));
      const isWhole = rows.every(
        ({ successor }) => successor === null || ids.has(successor.product.id),
      );
      return isWhole ? rows : null;
    });
  return {
    app: () => app,
    shop: () => shop,
    rowsOf,
    versionsOf: async (product: UserProduct) =>
      (await rowsOf(product)).map((it) => [it.product.id, it.product.version]),
    /** A subscription of its own account, and the browser of that account. */
    customer: async (isGrouped = true, edits: Parameters<OpenedShop['subscribes']>[1] = {}) => {
      const product = await shop.subscribes(isGrouped, edits);
      return { product, id: product.id, ...(await app.browser(product)) };
    },
  };
}
