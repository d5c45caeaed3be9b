import { describe, expect, test } from '@jest/globals';
import { toCursor } from '../../../../../src/http/payway/cursor.js';
import { makeEventsEndpoints } from '../../../../../src/http/payway/endpoints/events.js';
import { notFound } from '../../../../../src/http/payway/problems/not-found.js';
import { unreadableCursor } from '../../../../../src/http/payway/problems/parameter-problems.js';
import { utc } from '../../../../support/domain/at.js';
import {
  askEndpoint,
  organisationId,
  recording,
  userProductId,
} from '../../../../support/ask-endpoint.js';

const asked = (query: object, answer: unknown) => {
  const recorded = recording(answer);
  const endpoints = makeEventsEndpoints({ listEvents: recorded.useCase });
  const sent = query as Readonly<Record<string, string>>;
  return { answer: askEndpoint(endpoints, 'listEvents', { query: sent }), asked: recorded.asked };
};
const nothing = { events: [], next: null, timeZone: utc };

describe('listEvents', () => {
  test('begins at the beginning of the log', async () => {
    const { answer, asked: wanted } = asked({}, { ...nothing, next: 30 });
    expect(await answer).toEqual({ status: 200, body: { items: [], next: toCursor('30') } });
    expect(wanted).toEqual([
      { organisationId, userProductId: null, type: null, after: 0, limit: 30 },
    ]);
  });

  test('goes on where the page before said, with what is wanted', async () => {
    const query = {
      after: toCursor('30'),
      limit: 100,
      type: 'package_upgrade',
      user_product_id: userProductId,
    };
    const { answer, asked: wanted } = asked(query, nothing);
    expect(await answer).toEqual({ status: 200, body: { items: [], next: null } });
    expect(wanted).toMatchObject([
      { userProductId, type: 'package_upgrade', after: 30, limit: 100 },
    ]);
  });

  test('of what cannot be a user product are none, and nobody is asked', async () => {
    const { answer, asked: wanted } = asked({ user_product_id: 'no-id' }, nothing);
    expect(await answer).toEqual({ status: 200, body: { items: [], next: null } });
    expect(wanted).toEqual([]);
  });

  test('does not go on after what it has not said, and is 404 where the organisation is gone', async () => {
    expect(await asked({ after: toCursor('x') }, nothing).answer).toBe(unreadableCursor);
    expect(await asked({}, null).answer).toBe(notFound);
  });
});
