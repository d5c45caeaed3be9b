import { describe, expect, test } from '@jest/globals';
import { makeUndoChangeEndpoints } from '../../../../../src/http/payway/endpoints/undo-change.js';
import { unknownChange } from '../../../../../src/http/payway/problems/not-found.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
  userProductId,
} from '../../../../support/ask-endpoint.js';

const ask = (answer: unknown) => {
  const { useCase, asked } = recording(answer);
  const endpoints = makeUndoChangeEndpoints({ undoChange: useCase });
  const body = { change_id: otherId };
  return { answered: askEndpoint(endpoints, 'undoChange', { body }), asked };
};

describe('undoChange', () => {
  test.each(['pending', 'applied'])('of one that was %s tells what goes on', async (was) => {
    const { answered, asked } = ask({ ok: true, id: userProductId, was });
    expect(await answered).toEqual({ status: 200, body: { item: { id: userProductId, was } } });
    expect(asked).toEqual([{ organisationId, changeId: otherId, requestedBy: 'demo' }]);
  });

  test.each(['never_took_effect', 'not_the_last', 'money_moved', 'edited_since', 'too_late'])(
    'that is refused by %s is 409',
    async (failure) => {
      const { answered } = ask({ ok: false, failure });
      expect(await answered).toMatchObject({ status: 409, body: { code: failure } });
    },
  );

  test('of one that is unknown is 404', async () => {
    expect(await ask({ ok: false, failure: 'unknown' }).answered).toBe(unknownChange);
  });
});
