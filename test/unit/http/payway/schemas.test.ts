import { expect, test } from '@jest/globals';
import {
  hexId,
  dateTime,
  itemOf,
  itemsOf,
  maybeHexId,
  pageOf,
  writtenId,
} from '../../../../src/http/payway/schemas.js';

const id = 'a'.repeat(24);

test.each([
  { what: 'an id', schema: hexId, taken: id, refused: id.toUpperCase() },
  { what: 'an id that may be null', schema: maybeHexId, taken: null, refused: undefined },
  {
    what: 'an instant',
    schema: dateTime,
    taken: '2016-12-21T10:12:08+01:00',
    refused: '2016-12-21T10:12:08',
  },
  { what: 'a written id', schema: writtenId, taken: { id }, refused: { id, other: 1 } },
  { what: 'an item', schema: itemOf('ThingAnswer', hexId), taken: { item: id }, refused: id },
  { what: 'a list', schema: itemsOf('ThingList', hexId), taken: { items: [id] }, refused: [id] },
  {
    what: 'a page',
    schema: pageOf('ThingPage', hexId),
    taken: { items: [], next: null },
    refused: { items: [] },
  },
])('$what is told from what is none', ({ schema, taken, refused }) => {
  expect(schema.safeParse(taken).success).toBe(true);
  expect(schema.safeParse(refused).success).toBe(false);
});

test('envelopes have the names that generated clients call them by', () => {
  expect(itemOf('ThingAnswer', hexId).meta()).toMatchObject({ id: 'ThingAnswer' });
  expect(itemsOf('ThingList', hexId).meta()).toMatchObject({ id: 'ThingList' });
  expect(pageOf('ThingPage', hexId).meta()).toMatchObject({ id: 'ThingPage' });
});
