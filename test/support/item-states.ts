import type { Answer } from '../contract/payway/send.js';
import type { Printed, Shop, Sold } from './group-shop.js';
import { importPeriod } from './import-package.js';

type Row = Parameters<Shop['sells']>[2];

type Options = {
  /** Of the first membership, which the item is on. */
  readonly first?: Row;
  readonly group?: Parameters<Shop['groups']>[1];
};

export type ItemStates = ReturnType<typeof itemStatesIn>;

/** Items of a shop in every state that a refusal is about, each in a group of its own. */
export function itemStatesIn(shop: Shop) {
  const asking = askingOf(shop);
  const { apply } = asking;

  /** An item on the first of two memberships, the second of which is what is asked for. */
  const onFirst = async (second: Row = {}, { first = {}, group = {} }: Options = {}) => {
    const from = await shop.sells('From', {}, first);
    const to = await shop.sells('To', { price: { amount: 3_000 } }, second);
    const grouped = await shop.groups([from, to], group);
    const memberships = grouped.group.memberships as readonly (Printed & Pick<Sold, 'product'>)[];
    const isOwn = ({ product }: Pick<Sold, 'product'>) => product.id === from.product.id;
    const [own, other] = [memberships.find(isOwn)?.id, memberships.find((it) => !isOwn(it))?.id];
    if (own === undefined || other === undefined) throw new Error('there are not two memberships');
    const { id: item, customer, subscription } = await shop.subscribes(from, { tier: own });
    const at = `/catalogue/product-groups/${grouped.group.id}`;
    return {
      ...{ from, to, group: grouped.group.id, own, tier: other, item },
      ...{ customer: String(customer), subscription: String(subscription) },
      regroup: (fields: object) => shop.made(`PUT ${at}`, { ...grouped.group, ...fields }),
      cancel: () => shop.made(`PUT /subscriptions/${String(subscription)}/cancel`),
    };
  };

  return {
    ...asking,
    onFirst,
    /** An item that a change has ended, and what it has become. */
    ended: async () => {
      const it = await onFirst();
      return { ...it, successor: itemOf(await apply(it.item, it.tier)).id };
    },
    /** An item for which a change waits. */
    waiting: async () => {
      const it = await onFirst({ changeTiming: 'end_of_period' });
      const { pendingChange } = itemOf(await apply(it.item, it.tier));
      return { ...it, pendingChange: (pendingChange as Printed).id };
    },
    /** An item on its membership that a Payway edit has made a limited one. */
    limited: async () => {
      const it = await onFirst();
      await importPeriod(shop, it.from.product.id, { type: 'limited' });
      await shop.made('PUT /external/api/v1/userproducts', {
        ...{ account_id: it.customer, product_id: it.item, subscription_type: 'limited' },
      });
      return it;
    },
  };
}

function askingOf(shop: Shop) {
  return {
    apply: (item: string, tier: string, named: object = {}) =>
      shop.call(`POST /product-group-memberships/${tier}/apply`, {
        body: { subscriptionItem: item, ...named },
      }),
    assign: (item: string, tier: string | null) =>
      shop.call(`PUT /subscription-items/${item}/product-group`, {
        body: { productGroupMembership: tier },
      }),
    options: (item: string) => shop.call(`GET /subscription-items/${item}/change-options`),
    archive: ({ product }: Sold) =>
      shop.made(`PUT /catalogue/products/${product.id}`, { name: 'Gone', isArchived: true }),
    archivePlan: ({ id }: Printed) => shop.made(`PUT /price-plans/${id}`, { status: 'archived' }),
  };
}

/** What a change answers with: the item as it is by it. */
export function itemOf({ status, json, text }: Answer): Printed {
  if (status !== 200) throw new Error(text);
  return (json as { readonly subscriptionItem: Printed }).subscriptionItem;
}
