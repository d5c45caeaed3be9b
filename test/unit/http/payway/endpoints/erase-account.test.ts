import { describe, expect, test } from '@jest/globals';
import { makeEraseAccountEndpoints } from '../../../../../src/http/payway/endpoints/erase-account.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';

const ask = (answer: unknown) => {
  const { useCase, asked } = recording(answer);
  const endpoints = makeEraseAccountEndpoints({ eraseAccount: useCase });
  return {
    answered: askEndpoint(endpoints, 'eraseAccount', { body: { account_id: otherId } }),
    asked,
  };
};

describe('eraseAccount', () => {
  test('tells how much is gone', async () => {
    const { answered, asked } = ask({ ok: true, userProducts: 2, changes: 3, events: 4 });
    const item = { account_id: otherId, user_products: 2, changes: 3, events: 4 };
    expect(await answered).toEqual({ status: 200, body: { item } });
    expect(asked).toEqual([{ organisationId, accountId: otherId, isDryRun: false }]);
  });

  test.each(['user_product_living', 'outbox_not_drained', 'account_in_use'])(
    'that is refused by %s is 409',
    async (failure) => {
      expect(await ask({ ok: false, failure }).answered).toMatchObject({
        status: 409,
        body: { code: failure },
      });
    },
  );

  test.each(['unknown_account', 'unknown_organisation'])('of %s is 404', async (failure) => {
    expect(await ask({ ok: false, failure }).answered).toBe(notFound);
  });
});
