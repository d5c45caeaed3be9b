import type { Answer } from '../contract/payway/send.js';
import type { Printed, Shop, Sold } from './group-shop.js';

type Item = { readonly id: string; readonly customer: string };
type Fields = Readonly<Record<string, unknown>>;
type Changing = {
  /** Of the target package, its plan unless given. */
  readonly period?: string;
  readonly behaviour?: boolean;
};

const v1 = '/external/api/v1';

/** What a shop is asked in the words of Payway's API. */
export function paywayAsking(shop: Shop) {
  const listed = async (path: string, as?: string): Promise<readonly Printed[]> => {
    const { status, json, text } = await shop.call(`GET ${path}`, as === undefined ? {} : { as });
    if (status !== 200) throw new Error(`${path}: ${text}`);
    return (json as { readonly items: readonly Printed[] }).items;
  };
  const named = ({ id, customer }: Item) => ({ account_id: customer, user_product_id: id });
  const target = ({ product, plan }: Sold, { period = plan.id, behaviour = true }: Changing) => ({
    ...{ package_code: product.number, target_period_id: period, default_behaviour: behaviour },
  });
  const post = `POST ${v1}/subscription_system/preview_change_product`;
  const put = `PUT ${v1}/subscription_system/change_product`;
  return {
    product: async (id: string) => (await listed(`${v1}/products?id=${id}`))[0],
    periods: (productId: string) =>
      listed(`${v1}/products/payment_periods?product_id=${productId}`),
    userProducts: ({ customer }: Item) => listed(`${v1}/userproducts/${customer}`),
    changes: ({ customer }: Item) =>
      listed(`${v1}/subscription_system/changes?account_id=${customer}`),
    pending: async ({ customer }: Item) =>
      (await listed(
        '/external/api/v2/me/pending_package_changes',
        customer,
      )) as unknown as Readonly<Record<'downgrades' | 'changes', readonly Printed[]>>,
    change: (item: Item, to: Sold, changing: Changing = {}): Promise<Answer> =>
      shop.call(put, { body: { ...named(item), ...target(to, changing) } }),
    preview: async (item: Item, to: Sold): Promise<Fields> => {
      const { json } = await shop.call(post, { body: { ...named(item), ...target(to, {}) } });
      return (json as { readonly item: Fields }).item;
    },
    takeBack: (item: Item): Promise<Answer> =>
      shop.call(`PUT ${v1}/accounts/cancel_product_change`, { body: named(item) }),
    create: (body: Fields) => shop.made(`POST ${v1}/userproducts`, body),
  };
}

/** The code of a refusal by Payway's API, and all of them where there are several. */
export function paywayCodes({ status, json }: Answer): readonly unknown[] {
  const { code, errors } = json as Fields & { readonly errors?: readonly Fields[] };
  return [status, ...(errors === undefined ? [code] : errors.map((it) => it.code))];
}
