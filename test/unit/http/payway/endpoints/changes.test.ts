import { describe, expect, test } from '@jest/globals';
import { toCursor } from '../../../../../src/http/payway/cursor.js';
import { makeChangesEndpoints } from '../../../../../src/http/payway/endpoints/changes.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import { unreadableCursor } from '../../../../../src/http/payway/problems/parameter-problems.js';
import {
  accountId,
  askEndpoint,
  organisationId,
  otherId,
  recording,
  userProductId,
} from '../../../../support/ask-endpoint.js';

const place = { requestedAt: 1_700_000_000_000, id: otherId };
const cursor = toCursor(`${String(place.requestedAt)}.${otherId}`);
const asked = (query: object, answer: unknown) => {
  const recorded = recording(answer);
  const endpoints = makeChangesEndpoints({ listChanges: recorded.useCase });
  const sent = { account_id: accountId, ...query } as Readonly<Record<string, string>>;
  return { answer: askEndpoint(endpoints, 'listChanges', { query: sent }), asked: recorded.asked };
};
const nothing = { changes: [], next: null, catalogue: {} };

describe('listChanges', () => {
  test('begins at the beginning, with 30 a page', async () => {
    const { answer, asked: wanted } = asked({}, { ...nothing, next: place });
    expect(await answer).toEqual({ status: 200, body: { items: [], next: cursor } });
    expect(wanted).toEqual([
      { organisationId, accountId, userProductId: null, after: null, limit: 30 },
    ]);
  });

  test('goes on where the page before said', async () => {
    const query = { after: cursor, limit: 2, user_product_id: userProductId };
    const { answer, asked: wanted } = asked(query, nothing);
    expect(await answer).toEqual({ status: 200, body: { items: [], next: null } });
    expect(wanted).toMatchObject([{ userProductId, after: place, limit: 2 }]);
  });

  test.each([toCursor('1'), toCursor(`1.${otherId}x`), toCursor(`1.5.${otherId}`), 'MQ=='])(
    'does not go on after %s',
    async (after) => {
      expect(await asked({ after }, nothing).answer).toBe(unreadableCursor);
    },
  );

  test('is 404 for what is unknown', async () => {
    expect(await asked({}, null).answer).toBe(notFound);
    expect(await asked({ user_product_id: 'no-id' }, nothing).answer).toBe(notFound);
  });
});
