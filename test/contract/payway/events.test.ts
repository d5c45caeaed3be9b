import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeEvent } from '../../../src/application/events/describe-event.js';
import type { ListEvents } from '../../../src/application/events/list-events.js';
import { eventTypes } from '../../../src/application/webhooks/event-types.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { buildEvent, fullEntry } from '../../support/stored/build-entry.js';
import { bareRow, fullRow } from '../../support/stored/build-row.js';
import { undescribed } from './described-answer.js';
import { queryContract } from './query-contract.js';
import { send, type Answer } from './send.js';
import { organisationId, startApp, type StartedApp } from './start-app.js';

const path = '/external/api/v1/events';
const timeZone = 'Europe/Stockholm' as TimeZone;
const userProductId = '56e1741a6fc9365306000002';
const row = fullRow();
const events = [buildEvent(row), ...fullEntry(row).events, ...fullEntry(bareRow()).events];

let app: StartedApp;
let listEvents: ListEvents;
let asked: unknown[];
beforeAll(async () => {
  app = await startApp({
    listEvents: (query) => {
      asked.push(query);
      return listEvents(query);
    },
  });
});
afterAll(() => app.close());
beforeEach(() => {
  asked = [];
  listEvents = () =>
    Promise.resolve({
      events: events.map((event, index) => ({ position: index + 1, event })),
      next: events.length,
      timeZone,
    });
});

function get(query = ''): Promise<Answer> {
  const headers = { authorization: `Bearer ${app.token()}` };
  return send(app.port, { method: 'GET', path: path + query, headers });
}

describe('GET events (docs/spec/payway-api.md §6)', () => {
  test('tells events in the words that webhooks use', async () => {
    const { status, json } = await get();
    const items = events.map((it) => describeEvent(it, timeZone));
    expect([status, json]).toEqual([200, { items, next: expect.stringMatching(/^[\w-]+$/) }]);
    expect(undescribed('listEvents', json)).toEqual([]);
  });

  test('asks for 30 from the start of the caller’s log unless told otherwise', async () => {
    await get();
    await get(`?limit=7&type=package_upgrade&user_product_id=${userProductId.toUpperCase()}`);
    const all = { organisationId, after: 0, limit: 30, userProductId: null, type: null };
    expect(asked).toEqual([all, { ...all, limit: 7, userProductId, type: 'package_upgrade' }]);
  });

  test('goes on where the page before ended', async () => {
    const { next } = (await get()).json as { next: string };
    await get(`?after=${next}`);
    expect(asked[1]).toMatchObject({ after: events.length });
  });

  test('has no next where nothing follows yet', async () => {
    listEvents = () => Promise.resolve({ events: [], next: null, timeZone });
    expect((await get()).json).toEqual({ items: [], next: null });
  });

  test('has none of a user product that cannot be one', async () => {
    const { status, json } = await get('?user_product_id=none');
    expect([status, json, asked]).toEqual([200, { items: [], next: null }, []]);
  });
});

const cursorOf = (place: string) => Buffer.from(place).toString('base64url');
test.each(['x', 'MR', cursorOf('-1'), cursorOf('01'), cursorOf('1.5'), cursorOf('9'.repeat(16))])(
  'after=%s is no cursor',
  async (after) => {
    const message = 'Parameter is no next of an answer before';
    const { status, json } = await get(`?after=${after}`);
    expect([status, json]).toEqual([400, { code: 'invalid_parameter', field: 'after', message }]);
    expect(asked).toEqual([]);
  },
);

queryContract(() => app, {
  path,
  scope: '/external/event/r',
  fields: { after: 'cursor', limit: 'limit', user_product_id: 'looseId', type: eventTypes },
});
