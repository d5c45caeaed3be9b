import { expect, test } from '@jest/globals';
import type { Caller } from '../../../../../src/application/authorization/authenticate.js';
import {
  toOwnKey,
  toUserProductKey,
} from '../../../../../src/http/payway/commands/user-product-key.js';

const [organisationId, accountId, userProductId] = ['a', 'b', 'c'].map((it) => it.repeat(24));
const caller = { organisationId, accountId: null } as unknown as Caller;
const identity = { organisationId, accountId } as unknown as Caller;
const sent = { account_id: String(accountId), user_product_id: 'C'.repeat(24) };

test('a user product is named by organisation, account and id, in lower case', () => {
  expect(toUserProductKey(sent, caller)).toEqual({ organisationId, accountId, userProductId });
});

test('an own one is of the account that the token names', () => {
  expect(toOwnKey(sent.user_product_id, identity)).toEqual({
    organisationId,
    accountId,
    userProductId,
  });
  expect(toOwnKey(sent.user_product_id, caller)).toBeNull();
});

test('what cannot be an id names nothing', () => {
  expect(toUserProductKey({ ...sent, user_product_id: 'no-id' }, caller)).toBeNull();
  expect(toUserProductKey({ ...sent, account_id: 'no-id' }, caller)).toBeNull();
  expect(toOwnKey('no-id', identity)).toBeNull();
});
