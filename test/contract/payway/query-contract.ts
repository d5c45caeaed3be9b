import { describe, expect, test } from '@jest/globals';
import { send, type Answer } from './send.js';
import type { StartedApp } from './start-app.js';

const id = '56e1741a6fc9365306000001';
const format = (pattern: string) => `Parameter must match format (${pattern})`;
const long = (count: number) => `Parameter must be at most ${String(count)} characters`;
const hex = format('/^[a-f\\d]{24}$/');
const code = format('/^[a-zA-Z-_0-9]+$/');
const printable = format('/^[^\\u0000-\\u001f\\u007f\\ud800-\\udfff]+$/u');
const names = format(
  '/^[^,\\u0000-\\u001f\\u007f\\ud800-\\udfff]+(,[^,\\u0000-\\u001f\\u007f\\ud800-\\udfff]+)*$/u',
);
const limit = format('/^([1-9]\\d?|100)$/');
const cursor = format('/^[\\w-]+$/');

/** What each sort of parameter refuses: missing its pattern, a trailing newline, a NUL, too long. */
const refused = {
  id: [
    { sent: '', message: hex },
    { sent: '56e1741a6fc936530600001', message: hex },
    { sent: '56e1741a6fc936530600001g', message: hex },
    { sent: '56e1741a6fc936530600001%0a', message: hex },
    { sent: '56e1741a6fc936530600001%00', message: hex },
    { sent: `${id}%0a`, message: long(24) },
  ],
  looseId: [
    { sent: '', message: code },
    { sent: 'a%20b', message: code },
    { sent: 'a%0a', message: code },
    { sent: 'a%00', message: code },
    { sent: '$ne', message: code },
    { sent: `${id}%0a`, message: long(24) },
  ],
  code: [
    { sent: '', message: code },
    { sent: 'a%20b', message: code },
    { sent: 'a%0a', message: code },
    { sent: 'a%00', message: code },
    { sent: '%c3%a5', message: code },
    { sent: 'a'.repeat(51), message: long(50) },
  ],
  text: [
    { sent: '', message: printable },
    { sent: 'a%0a', message: printable },
    { sent: 'a%00', message: printable },
    { sent: 'a'.repeat(256), message: long(255) },
  ],
  names: [
    { sent: '', message: names },
    { sent: ',', message: names },
    { sent: 'a,', message: names },
    { sent: 'a,,b', message: names },
    { sent: 'a%0a', message: names },
    { sent: 'a,b%00', message: names },
    { sent: 'a'.repeat(501), message: long(500) },
  ],
  limit: [
    { sent: '', message: limit },
    { sent: '0', message: limit },
    { sent: '101', message: limit },
    { sent: '-1', message: limit },
    { sent: '1.5', message: limit },
    { sent: '1e1', message: limit },
    { sent: '01', message: limit },
    { sent: '9%0a', message: limit },
    { sent: '9%00', message: limit },
    { sent: '1000', message: long(3) },
  ],
  cursor: [
    { sent: '', message: cursor },
    { sent: 'MQ==', message: cursor },
    { sent: 'MQ%0a', message: cursor },
    { sent: 'MQ%00', message: cursor },
    { sent: 'a'.repeat(201), message: long(200) },
  ],
} as const;

type Sort = keyof typeof refused | readonly string[];

function refusedOf(sort: Sort): readonly { sent: string; message: string }[] {
  if (typeof sort === 'string') return refused[sort];
  const spelled = sort.map((it) => it.replaceAll('.', String.raw`\.`));
  const message = format(`/^(${spelled.join('|')})$/`);
  const longest = Math.max(...sort.map((it) => it.length));
  const shortest = sort.toSorted((a, b) => a.length - b.length)[0] ?? '';
  return [
    { sent: '', message },
    { sent: shortest.toUpperCase(), message },
    { sent: `${shortest.slice(1)}%0a`, message },
    { sent: `${shortest.slice(1)}%00`, message },
    { sent: 'x'.repeat(longest + 1), message: long(longest) },
  ];
}

type QueryContract = {
  readonly path: string;
  readonly scope: string;
  /** Words where only those are taken. */
  readonly fields: Readonly<Record<string, Sort>>;
  /** Those of the fields that must be there, with a value that passes. */
  readonly required?: Readonly<Record<string, string>>;
  readonly accountId?: Parameters<StartedApp['token']>[1];
};

/** What every query of a GET endpoint refuses, whatever is behind it (docs/spec/payway-api.md §1). */
export function queryContract(
  app: () => StartedApp,
  { path, scope, fields, required = {}, accountId }: QueryContract,
): void {
  const get = (query: string, token = app().token([scope], accountId)): Promise<Answer> => {
    const headers = { authorization: `Bearer ${token}` };
    return send(app().port, { method: 'GET', path: `${path}?${query}`, headers });
  };
  const othersThan = (field: string): string =>
    Object.entries(required)
      .filter(([name]) => name !== field)
      .map(([name, value]) => `${name}=${value}&`)
      .join('');
  const rows = Object.entries(fields).flatMap(([field, sort]) => [
    ...refusedOf(sort).map((it) => ({ field, ...it })),
    { field, sent: `${id}&${field}=${id}`, message: 'Parameter must be a string' },
  ]);

  describe(`What GET ${path} is asked`, () => {
    test.each(rows)('$field=$sent is 400', async ({ field, sent, message }) => {
      const { status, json } = await get(`${othersThan(field)}${field}=${sent}`);
      expect([status, json]).toEqual([400, { code: 'invalid_parameter', field, message }]);
    });

    const [first = 'id'] = Object.keys(fields);
    const strangers = ['__proto__', 'constructor', '$where', 'organisation_id'];
    test.each([...strangers, `${first}[$gt]`, `${first}[]`, first.toUpperCase()])(
      '%s is not known',
      async (field) => {
        const { status, json } = await get(`${othersThan('')}${encodeURIComponent(field)}=1`);
        const message = 'Parameter is not known';
        expect([status, json]).toEqual([400, { code: 'unknown_parameter', field, message }]);
      },
    );

    for (const field of Object.keys(required)) {
      test(`${field} must be there`, async () => {
        const { status, json } = await get(othersThan(field));
        const message = 'Parameter is required';
        expect([status, json]).toEqual([400, { code: 'invalid_parameter', field, message }]);
      });
    }

    test.each([`${scope}x`, scope.slice(0, -2), scope.replace(/\/r$/, '/w')])(
      `the scope %s is not ${scope}`,
      async (other) => {
        const { status, json } = await get('', app().token([other], accountId));
        expect([status, json]).toMatchObject([403, { code: 'insufficient_scope' }]);
      },
    );

    test('nobody without a token that holds', async () => {
      expect((await get('', 'x')).status).toBe(401);
    });
  });
}
