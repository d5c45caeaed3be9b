import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { productGroupsGreeting } from '../../src/process/product-groups-greeting.js';
import { parsed } from '../unit/cli/parsed-document.js';

const text = productGroupsGreeting('http://127.0.0.1:18080', 'token');
const { organisations } = JSON.parse(readFileSync('config/demo.json', 'utf8')) as {
  organisations: unknown[];
};
const demo = parsed(JSON.stringify(organisations[0]));
const bodies = [...text.matchAll(/--data '(.*)'/g)].map(([, it = '']) => JSON.parse(it) as object);

test('The curls of product groups go to the address that they were given, with the token', () => {
  const asked = [...text.matchAll(/curl --request (\S+) --url (\S+)/g)].map(
    ([, method, url]) => `${String(method)} ${String(url)}`,
  );
  expect(asked).toEqual([
    'POST http://127.0.0.1:18080/catalogue/product-groups',
    'PUT http://127.0.0.1:18080/subscription-items/56e1741a6fc9365306000161/product-group',
    'GET http://127.0.0.1:18080/subscription-items/56e1741a6fc9365306000160/change-options',
    'POST http://127.0.0.1:18080/product-group-memberships/56e1741a6fc9365306000152/apply',
  ]);
  expect(text.match(/authorization: Bearer token/g)).toHaveLength(4);
});

test('They make the group that the demo has, and change what the demo has on its tiers', () => {
  const [group] = demo.productGroups;
  if (group === undefined) throw new Error('the demo has no product group');
  const codeOf = (id: string) => demo.packages.find((it) => it.package.id === id)?.package.code;
  expect(bodies[0]).toMatchObject({ name: group.name, enabled: group.enabled });
  const { tiers } = bodies[0] as { tiers: { product: string; pricePlans: string[] }[] };
  const told = { upgradeable: true, downgradeable: true };
  const usual = { ...told, changeTiming: 'end_of_period', creditType: 'none' };
  expect(
    tiers.map(({ product, pricePlans, ...it }) => ({
      ...usual,
      ...it,
      product: codeOf(product),
      pricePlans,
    })),
  ).toEqual(
    group.tiers.map(
      ({ id: _id, hasGivenId: _given, label: _label, packageCode, periodIds, ...it }) => ({
        ...it,
        product: packageCode,
        pricePlans: periodIds,
      }),
    ),
  );
  const rowOf = (last: string) => demo.userProducts.find((it) => it.id.endsWith(last));
  const [starter, pro] = group.tiers;
  expect(bodies.slice(1)).toEqual([
    { productGroupMembership: starter?.id },
    { subscriptionItem: rowOf('160')?.id, selectedPricePlan: pro?.periodIds[0] },
  ]);
  expect([rowOf('160')?.tierId, rowOf('161')?.tierId]).toEqual([starter?.id, null]);
});
