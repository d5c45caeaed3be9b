import { describe, expect, test } from '@jest/globals';
import { checkSubscriptions } from '../../../../src/application/import/check-subscriptions.js';
import type { SubscriptionId, UserProductId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { importedRow, importFile, importState, inWords } from './import-rows.js';

const [first, second, third] = [11, 12, 13].map((number) => idOf<UserProductId>(number)) as [
  UserProductId,
  UserProductId,
  UserProductId,
];
type Given = readonly [UserProductId, SubscriptionId];
const faultsOf = (given: readonly Given[], state: Parameters<typeof importState>[0] = {}) =>
  inWords(
    checkSubscriptions(
      importFile({
        userProducts: given.map(([id, subscriptionId]) => importedRow({ id, subscriptionId })),
      }),
      importState(state),
    ),
  );

describe('The subscriptions of a file', () => {
  test('are named by their first user product, which need not be there', () => {
    expect(
      faultsOf([
        [first, first],
        [second, third],
      ]),
    ).toEqual([]);
  });

  test('have one user product each', () => {
    expect(
      faultsOf([
        [first, third],
        [second, third],
        [third, third],
      ]),
    ).toEqual([
      'user_products[1].subscription_id: is the subscription of user_products[0] already',
      'user_products[2].id: is the subscription of user_products[0] already',
    ]);
  });

  test('are not told twice where a row itself stands there twice', () => {
    expect(
      faultsOf([
        [first, first],
        [first, first],
      ]),
    ).toEqual([]);
  });

  test('are none that another user product is of already', () => {
    const problem = `is a subscription that is there already, with user product ${second}`;
    const state = { subscriptions: new Map([[first, second]]) };
    expect(faultsOf([[third, first]], state)).toEqual([
      `user_products[0].subscription_id: ${problem}`,
    ]);
    expect(faultsOf([[first, first]], state)).toEqual([`user_products[0].id: ${problem}`]);
    expect(faultsOf([[second, first]], state)).toEqual([]);
  });

  test('are not looked at where the user product is there, whatever has followed it', () => {
    const state = {
      userProductIds: new Set([first]),
      subscriptions: new Map([[third, second]]),
    };
    expect(faultsOf([[first, third]], state)).toEqual([]);
  });

  test('are none of another organisation', () => {
    expect(faultsOf([[second, first]], { elsewhere: new Set([first]) })).toEqual([
      'user_products[0].subscription_id: belongs to another organisation',
    ]);
    expect(faultsOf([[first, first]], { elsewhere: new Set([first]) })).toEqual([]);
  });
});
