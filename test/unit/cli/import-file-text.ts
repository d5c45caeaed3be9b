/** A data file with one of everything, to be changed by a test: `with('packages.0.rank', 7)`. */
export type FileDraft = {
  with(path: string, value: unknown): FileDraft;
  without(path: string): FileDraft;
  at(path: string): unknown;
  text(): string;
};

type Tree = Record<string, unknown>;

export const ids = {
  organisation: '56e1741a6fc9365306000000',
  account: '56e1741a6fc9365306000001',
  userProduct: '56e1741a6fc9365306000002',
  package: '56e1741a6fc9365306000010',
  period: '56e1741a6fc9365306000011',
  campaign: '56e1741a6fc9365306000012',
  campaignPeriod: '56e1741a6fc9365306000013',
} as const;

const period = (id: string, price: string) => ({
  id,
  type: 'recurring',
  payment_method: 'invoice',
  enabled: true,
  iteration_type: 'month',
  iteration_length: 1,
  price,
  currency: 'SEK',
});

const document = {
  organisation: {
    id: ids.organisation,
    name: 'Adeprimo',
    time_zone: 'Europe/Stockholm',
    currency: 'SEK',
    live: false,
    proration_grain: 'day',
  },
  clients: [{ id: 'demo', secret: 'demo-secret', scopes: ['/a/w'], provision_service: 'tulo' }],
  packages: [
    {
      id: ids.package,
      code: 'basic',
      kind: 'package',
      name: 'Basic',
      title_code: 'adeprimo',
      rank: 10,
      base_package: null,
      integration_code: null,
      customer_can_cancel: true,
      vat_code: null,
      valid_from: null,
      valid_to: null,
      archived: false,
      tags: [],
      periods: [period(ids.period, '100.00')],
    },
    {
      id: ids.campaign,
      code: 'offer',
      kind: 'campaign',
      name: 'Offer',
      base_package: 'basic',
      periods: [period(ids.campaignPeriod, '50')],
    },
  ],
  accounts: [{ id: ids.account, customer_number: '1001' }],
  user_products: [
    {
      id: ids.userProduct,
      account_id: ids.account,
      package_code: 'basic',
      period_id: ids.period,
      subscription_type: 'recurring',
      state: 'activated',
      provision_service: 'tulo',
      valid_from: '2026-11-01T00:00:00+01:00',
      valid_to: '2026-12-01T00:00:00+01:00',
      anchor: null,
    },
  ],
};

export const fileDraft: FileDraft = draftOf(document);

function draftOf(tree: Tree): FileDraft {
  const edited = (path: string, edit: (parent: Tree, name: string) => void) => {
    const copy = structuredClone(tree);
    const names = path.split('.');
    const last = names.pop() ?? '';
    edit(
      names.reduce((at: Tree, name) => at[name] as Tree, copy),
      last,
    );
    return draftOf(copy);
  };
  return {
    with: (path, value) =>
      edited(path, (parent, name) => {
        parent[name] = value;
      }),
    without: (path) =>
      edited(path, (parent, name) => {
        Reflect.deleteProperty(parent, name);
      }),
    at: (path) => path.split('.').reduce((at: unknown, name) => (at as Tree)[name], tree),
    text: () => JSON.stringify(tree),
  };
}
