import { describe, expect, test } from '@jest/globals';
import { toCursor } from '../../../../../src/http/payway/cursor.js';
import { makeSubscriptionSearchEndpoints } from '../../../../../src/http/payway/endpoints/subscription-search.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import { unreadableCursor } from '../../../../../src/http/payway/problems/parameter-problems.js';
import {
  askEndpoint,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';

const asked = (query: object, answer: unknown) => {
  const recorded = recording(answer);
  const endpoints = makeSubscriptionSearchEndpoints({ searchSubscriptions: recorded.useCase });
  const sent = query as Readonly<Record<string, string>>;
  const told = askEndpoint(endpoints, 'searchSubscriptions', { query: sent });
  return { answer: told, asked: recorded.asked };
};
const found = (next: string | null) => ({
  found: { items: [], next, unreadable: [] },
  context: { catalogue: {} },
});

describe('searchSubscriptions', () => {
  test('asks for all where nothing is told, and says where it goes on', async () => {
    const { answer, asked: wanted } = asked({}, found(otherId));
    expect(await answer).toEqual({ status: 200, body: { items: [], next: toCursor(otherId) } });
    expect(wanted).toEqual([
      {
        ...{ organisationId, before: null, limit: 30, named: null, state: null, needs: null },
        ...{ packageCode: null, groupId: null, dueDay: null },
      },
    ]);
  });

  test('goes on where the page before said', async () => {
    const { answer, asked: wanted } = asked({ after: toCursor(otherId), limit: 2 }, found(null));
    expect(await answer).toEqual({ status: 200, body: { items: [], next: null } });
    expect(wanted).toMatchObject([{ before: otherId, limit: 2 }]);
  });

  test('does not go on after what it has not said, and is 404 where the organisation is gone', async () => {
    expect(await asked({ after: toCursor('x') }, found(null)).answer).toBe(unreadableCursor);
    expect(await asked({}, null).answer).toBe(notFound);
  });
});
