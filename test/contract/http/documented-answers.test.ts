import { describe, expect, test } from '@jest/globals';
import { checkAgainstDocument } from '../../support/api-document.js';

const path = '/external/api/v1/test_clock';
const item = { now: '2026-12-01T00:00:00+01:00' };

function check(status: number, json: unknown, body?: string) {
  const sent = body === undefined ? { method: 'GET', path } : { method: 'PUT', path, body };
  const answer = { status, headers: {}, text: JSON.stringify(json), json };
  return () => {
    checkAgainstDocument({ sent, answer });
  };
}

/** The check that every answer of the contract suite goes through (`send`). */
describe('an answer is held against the document', () => {
  test('and passes where it is as documented', () => {
    expect(check(200, { item })).not.toThrow();
    expect(check(200, { item }, JSON.stringify(item))).not.toThrow();
    expect(check(404, { code: 'not_found', message: 'x' })).not.toThrow();
  });

  test.each([
    { what: 'another shape', status: 200, json: { items: [] } },
    { what: 'grown', status: 200, json: { item: { ...item, other: 1 } } },
    { what: 'a status that is not documented', status: 202, json: { item } },
    { what: 'no problem', status: 404, json: { code: 'not_found' } },
    { what: 'a code of another status', status: 404, json: { code: 'unauthorized', message: 'x' } },
    {
      what: 'a code that this operation cannot meet',
      status: 400,
      json: { code: 'json_parser_error', message: 'x' },
    },
  ])('and not where it is $what', ({ status, json }) => {
    expect(check(status, json)).toThrow(`readTestClock ${String(status)} is not as documented`);
  });

  test('and so is a body that was taken', () => {
    expect(check(200, { item }, '{"now":"yesterday"}')).toThrow('must match pattern');
  });
});
