import { expect, test } from '@jest/globals';
import { makePendingPackageChangesEndpoints } from '../../../../../src/http/payway/endpoints/pending-package-changes.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import {
  accountId,
  askEndpoint,
  caller,
  organisationId,
  recording,
  userProductId,
} from '../../../../support/ask-endpoint.js';

const nothing = { pendingChanges: [], catalogue: {} };

/** The same asked in a query, and in a body. */
const ways = [
  { name: 'listOwnPendingChanges', part: 'query' },
  { name: 'askForOwnPendingChanges', part: 'body' },
] as const;

test.each(ways)('$name lists what waits, of one or of all', async ({ name, part }) => {
  const { useCase, asked } = recording(nothing);
  const endpoints = makePendingPackageChangesEndpoints({ listPendingChanges: useCase });
  const body = { items: { downgrades: [], changes: [] } };
  expect(await askEndpoint(endpoints, name)).toEqual({ status: 200, body });
  await askEndpoint(endpoints, name, { [part]: { user_product_id: userProductId } });
  const account = { organisationId, accountId };
  expect(asked).toEqual([
    { ...account, userProductId: null },
    { ...account, userProductId },
  ]);
});

test.each(ways)('$name is 404 for what is unknown', async ({ name, part }) => {
  const unknown = recording(null);
  const endpoints = makePendingPackageChangesEndpoints({ listPendingChanges: unknown.useCase });
  expect(await askEndpoint(endpoints, name)).toBe(notFound);
  expect(unknown.asked).toHaveLength(1);
  const noId = { [part]: { user_product_id: 'no-id' } };
  expect(await askEndpoint(endpoints, name, noId)).toBe(notFound);
  const nobody = { caller: { ...caller, accountId: null } };
  expect(await askEndpoint(endpoints, name, nobody)).toBe(notFound);
  expect(unknown.asked).toHaveLength(1);
});
