import { expect, test } from '@jest/globals';
import {
  encodedQueryOf,
  queryParametersOf,
} from '../../../../../src/http/core/checks/query-parameters.js';
import { makeExchange } from '../../../../support/http-exchange.js';

const parametersOf = (url: string) => queryParametersOf(makeExchange({ url }).req);

test.each([
  ['/a', {}],
  ['/a?', {}],
  ['/a?b=1&c=%C3%A5+d', { b: '1', c: 'å d' }],
  ['/a?b', { b: '' }],
  ['/a?b=1&b=2&b=3', { b: ['1', '2', '3'] }],
  ['/a?b[c]=1', { 'b[c]': '1' }],
  ['/a?b=c=d?e', { b: 'c=d?e' }],
])('%s says %j', (url, parameters) => {
  expect(parametersOf(url)).toEqual(parameters);
});

test('a name that objects have by themselves is a name like any other', () => {
  expect(Object.keys(parametersOf('/a?__proto__=1&constructor=2'))).toEqual([
    '__proto__',
    'constructor',
  ]);
});

test('a query costs as much as it is long, not the square of it', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `n${String(index)}`);
  expect(Object.keys(parametersOf(`/a?${names.join('&')}`))).toHaveLength(100_000);
  expect(parametersOf(`/a?${'b=1&'.repeat(100_000)}`)).toEqual({ b: Array(100_000).fill('1') });
});

test.each([
  ['/a', ''],
  ['/a?', ''],
  ['/a?b=%ff?c', 'b=%ff?c'],
])('%s says %j, as it was sent', (url, encoded) => {
  expect(encodedQueryOf({ url })).toBe(encoded);
});
