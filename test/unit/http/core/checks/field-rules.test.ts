import { describe, expect, test } from '@jest/globals';
import {
  makeBodyRules,
  makeFindFaults,
  makeQueryRules,
  queryOf,
} from '../../../../../src/http/core/checks/field-rules.js';
import { failed } from '../../../../../src/http/core/failure.js';
import {
  booleanField,
  codeField,
  idField,
  optional,
  pageFields,
  wordsField,
} from '../../../../../src/http/payway/fields.js';
import { makeExchange, passedOn } from '../../../../support/http-exchange.js';

const fields = [
  idField('id'),
  codeField('code', optional),
  wordsField('types', ['a', 'bb', 'ccc']),
  booleanField('enabled'),
] as const;
const id = '56e1741a6fc9365306000001';
const faultsOf = makeFindFaults(fields);
const toldOf = async (sent: object) =>
  (await faultsOf(sent)).map(({ name, fault }) => `${name} ${fault}`);

describe('The faults of a table of fields', () => {
  test('are none where all required ones are there, and each is what it may be', async () => {
    expect(await toldOf({ id })).toEqual([]);
    expect(await toldOf({ id, code: 'c', types: ['bb', 'a'], enabled: false })).toEqual([]);
  });

  test('are unknown fields first, then one a field in the table’s order', async () => {
    const sent = { enabled: 'x', constructor: 1, code: '\n'.repeat(60), types: 5, b: 1 };
    expect(await toldOf(sent)).toEqual([
      'constructor unknown',
      'b unknown',
      'id absent',
      'code too_long',
      'types wrong_type',
      'enabled wrong_type',
    ]);
  });

  test('of a list are its first faulty item’s', async () => {
    expect(await faultsOf({ id, types: ['a', 'c', 7] })).toMatchObject([
      { name: 'types', fault: 'wrong_format', printedPattern: '/^(a|bb|ccc)$/' },
    ]);
    expect(await faultsOf({ id, types: [7, 'c'] })).toEqual([
      { name: 'types', fault: 'wrong_type', type: 'string' },
    ]);
    expect(await toldOf({ id, types: ['a', 'a', 'a', 'a'] })).toEqual(['types too_many_items']);
    expect(await toldOf({ id, types: [] })).toEqual([]);
  });

  test('take null for left out only where it may be', async () => {
    expect(await toldOf({ id, types: null })).toEqual([]);
    expect(await toldOf({ id: null, code: null, enabled: null })).toEqual([
      'id wrong_type',
      'code wrong_type',
      'enabled wrong_type',
    ]);
  });

  test('do not take what an object inherits for what was sent', async () => {
    expect(await toldOf(Object.create({ id }) as object)).toEqual(['id absent']);
  });
});

test('a body that is not what they say is a failure', async () => {
  const check = makeBodyRules(fields);
  expect(await passedOn(check, makeExchange({ body: { id } }))).toBeUndefined();
  const faults = [{ name: 'id', fault: 'absent' }] as const;
  expect(await passedOn(check, makeExchange({ body: {} }))).toEqual(
    failed('faulty_fields', { part: 'body', faults }),
  );
});

describe('A query', () => {
  const check = makeQueryRules(pageFields);

  test('that passes is told in what it means', async () => {
    const exchange = makeExchange({ url: '/a?limit=7&after=MQ' });
    expect(await passedOn(check, exchange)).toBeUndefined();
    expect(queryOf(exchange.res)).toEqual({ limit: 7, after: 'MQ' });
  });

  test('that does not is a failure, and told to nobody', async () => {
    const exchange = makeExchange({ url: '/a?limit=0&after=MQ&after=MQ' });
    expect(await passedOn(check, exchange)).toMatchObject({
      facts: {
        part: 'query',
        faults: [
          { name: 'limit', fault: 'wrong_format' },
          { name: 'after', fault: 'wrong_type' },
        ],
      },
    });
    expect(queryOf(exchange.res)).toEqual({});
  });
});
