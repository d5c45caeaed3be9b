import type { AddressInfo } from 'node:net';
import { productGroupsGreeting } from './product-groups-greeting.js';

/** The documentation's own example, which the demo data makes real (docs/spec/operations.md §5). */
const example = {
  account_id: '56e1741a6fc9365306000001',
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
  default_behaviour: true,
} as const;

const organisationId = '56e1741a6fc9365306000000';

/** What listens on all addresses is reached at these, from this machine. */
const loopbackOf: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** Where the gateway listens, as a client on this machine would write it. */
export function addressOf({ address: bound, family, port }: AddressInfo): string {
  const address = loopbackOf[bound] ?? bound;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return `http://${host}:${String(port)}`;
}

/** What a newcomer sees with the demo data: its ids, and curls that work when pasted. */
export function demoGreeting(address: string, token: string): string {
  return [
    '',
    'Demo data:',
    `  organisation   ${organisationId}   (not live: it may have a clock of its own)`,
    `  account        ${example.account_id}`,
    `  user product   ${example.user_product_id}   on adeprimo_basic`,
    `  target         ${example.package_code}, payment period ${example.target_period_id}`,
    '  client         demo / demo-secret',
    '',
    'Upgrade it (the token is good for an hour):',
    '',
    `curl --request PUT --url ${address}/external/api/v1/subscription_system/change_product \\`,
    `  --header 'accept: application/json' --header 'content-type: application/json' \\`,
    `  --header 'authorization: Bearer ${token}' \\`,
    `  --data '${JSON.stringify(example)}'`,
    '',
    productGroupsGreeting(address, token),
  ].join('\n');
}
