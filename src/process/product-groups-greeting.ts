const id = (last: string): string => `56e1741a6fc9365306000${last}`;

/** The demo's own group, as the documentation has one made (docs/spec/product-groups-api.md §9). */
const group = {
  name: 'SaaS Packages',
  enabled: true,
  tiers: [
    { product: id('101'), pricePlans: [id('111'), id('112')], position: 1, downgradeable: false },
    {
      ...{ product: id('102'), pricePlans: [id('121'), id('122')], position: 2 },
      ...{ changeTiming: 'immediately', creditType: 'pro_rata' },
    },
    {
      ...{ product: id('103'), pricePlans: [id('131')], position: 3, upgradeable: false },
      ...{ changeTiming: 'immediately', creditType: 'pro_rata' },
    },
  ],
};

/** A request that can be pasted: its method, where it goes, and what it sends. */
type Example = {
  readonly title: string;
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
};

const examples: readonly Example[] = [
  {
    title: 'Make a product group like the one that is there:',
    method: 'POST',
    path: '/catalogue/product-groups',
    body: group,
  },
  {
    title: 'Put a subscription item on a tier:',
    method: 'PUT',
    path: `/subscription-items/${id('161')}/product-group`,
    body: { productGroupMembership: id('151') },
  },
  {
    title: 'See what another may be changed to, and change it:',
    method: 'GET',
    path: `/subscription-items/${id('160')}/change-options`,
  },
  {
    title: '',
    method: 'POST',
    path: `/product-group-memberships/${id('152')}/apply`,
    body: { subscriptionItem: id('160'), selectedPricePlan: id('121') },
  },
];

/** What a newcomer may try of product groups: their ids, and the curls of the documentation, which work when pasted. */
export function productGroupsGreeting(address: string, token: string): string {
  return [
    '',
    'Product groups:',
    `  group          ${id('150')}   SaaS Packages`,
    `  tiers          ${id('151')}   Starter (plans …111 monthly, …112 yearly)`,
    `                 ${id('152')}   Pro (plans …121 monthly, …122 yearly)`,
    `                 ${id('153')}   Enterprise (plan …131 monthly)`,
    `  items          ${id('160')}   on Starter monthly`,
    `                 ${id('161')}   on Starter monthly, in no group yet`,
    '',
    ...examples.flatMap((it) => [...titleOf(it), ...curlOf(it, address, token), '']),
    '',
  ].join('\n');
}

function titleOf({ title }: Example): readonly string[] {
  return title === '' ? [] : [title, ''];
}

function curlOf({ method, path, body }: Example, address: string, token: string): string[] {
  const [accept, sent] = [
    "--header 'accept: application/json'",
    "--header 'content-type: application/json'",
  ];
  const authorization = `--header 'authorization: Bearer ${token}'`;
  const first = `curl --request ${method} --url ${address}${path} \\`;
  if (body === undefined) return [first, `  ${accept} ${authorization}`];
  return [
    first,
    `  ${accept} ${sent} \\`,
    `  ${authorization} \\`,
    `  --data '${JSON.stringify(body)}'`,
  ];
}
