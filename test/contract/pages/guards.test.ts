import { describe, expect, test } from '@jest/globals';
import { fromOwnPage } from './ask-page.js';
import { openToySuite, own } from './toy-suite.js';

const { did, local, write } = openToySuite();

describe('A form', () => {
  const form = { key: 'abc', note: 'hello' };

  test('of our own page is taken', async () => {
    expect((await write(form)).status).toBe(200);
    expect((await write(form, { origin: own(local().port) })).status).toBe(200);
    expect(did).toEqual([JSON.stringify(form), JSON.stringify(form)]);
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site that names our origin', { 'sec-fetch-site': 'cross-site', origin: 'OWN' }],
    ['a neighbour of the same site', { 'sec-fetch-site': 'same-site', origin: 'OWN' }],
    ['no page at all', { 'sec-fetch-site': 'none', origin: 'null' }],
    ['a hidden origin', { origin: 'null' }],
    ['another origin', { origin: 'https://evil.test' }],
    ['another port', { origin: 'http://localhost:1' }],
    ['nobody knows where', {}],
  ])('of %s is refused, and nothing is done', async (_, headers) => {
    const named = Object.entries(headers).map(([name, it]) => [
      name,
      it === 'OWN' ? own(local().port) : it,
    ]);
    const answer = await write(form, Object.fromEntries(named) as Record<string, string>);
    expect([answer.status, answer.html.includes('foreign_post'), did]).toEqual([403, true, []]);
  });

  test.each([
    ['JSON', 'application/json', '{"key":"abc"}'],
    ['text', 'text/plain', 'key=abc'],
    ['parts', 'multipart/form-data; boundary=x', '--x--'],
    ['nothing that is named', '', 'key=abc'],
  ])('that is %s is refused', async (_, type, body) => {
    const answer = await write(body, { ...fromOwnPage, 'content-type': type });
    expect([answer.status, did]).toEqual([400, []]);
  });

  test.each([
    [
      'in a charset that nobody reads',
      { 'content-type': 'application/x-www-form-urlencoded; charset=x' },
    ],
    ['that is compressed', { 'content-encoding': 'gzip' }],
  ])('%s is refused', async (_, headers) => {
    const answer = await write('key=abc', { ...fromOwnPage, ...headers });
    expect([answer.status, did]).toEqual([400, []]);
  });

  test.each([
    ['larger than 100 kB', `key=abc&note=${'a'.repeat(102_401)}`],
    ['of more than 200 fields', `key=abc&${'a=1&'.repeat(201)}`],
  ])('%s is too much', async (_, body) => {
    const answer = await write(body);
    expect([answer.status, answer.html.includes('too_large'), did]).toEqual([413, true, []]);
  });

  test.each([
    ['a field that nobody knows', 'key=abc&other=1'],
    ['a field twice', 'key=abc&key=abc'],
    ['a field as a list', 'key[]=abc'],
    ['no required field', 'note=x'],
    ['a field that does not fit', 'key=ABC'],
    ['a field that is too long', 'key=abc&note=12345678901'],
    ['nothing', ''],
  ])('with %s is refused', async (_, body) => {
    const answer = await write(body);
    expect([answer.status, answer.html.includes('faulty_form'), did]).toEqual([400, true, []]);
  });

  test('of somebody who is not in does nothing', async () => {
    for (const other of ['', 'portal=bob', '__Host-portal=ann', 'console=ann']) {
      const answer = await write(form, { ...fromOwnPage, cookie: other });
      expect([answer.status, answer.html.includes('session_over')]).toEqual([401, true]);
    }
    expect(did).toEqual([]);
  });
});
