import { expect, test } from '@jest/globals';
import { repeatedNamesIn } from '../../../../../src/http/core/checks/repeated-names.js';

test.each([
  ['{"a":1,"a":2}', ['a']],
  ['{"a":1,"a":1}', ['a']],
  [String.raw`{"a":1,"\u0061":2}`, ['a']],
  ['{"a":1,"b":2,"b":3,"a":4,"a":5}', ['b', 'a']],
  ['{"":1,"":2}', ['']],
  ['{"__proto__":1,"__proto__":2}', ['__proto__']],
  ['{"constructor":1,"constructor":2}', ['constructor']],
  ['{"b":{"c":1,"c":2}}', ['b']],
  ['{"b":[1,{"c":{"d":1,"d":2}}]}', ['b']],
  ['{"b":{"c":1},"b":{"c":1}}', ['b']],
  [' {\n"a" :1 ,\t"a"\r:2}', ['a']],
  [String.raw`{"\ud800":1,"\ud800":2}`, ['\ud800']],
])('%s holds a name twice in %j', (json, names) => {
  expect(() => JSON.parse(json) as unknown).not.toThrow();
  expect(repeatedNamesIn(json)).toEqual(names);
});

test.each([
  '{}',
  '{"a":1,"A":2}',
  '{"a":{"a":{"a":1}}}',
  '{"a":[{"b":1},{"b":2}],"b":3}',
  '{"a":"a","b":"a"}',
  String.raw`{"a":"\",\"a\":","b":"{\"b\":1"}`,
  '{"a":["b","b","b"]}',
])('%s holds none twice', (json) => {
  expect(repeatedNamesIn(json)).toEqual([]);
});

test.each([
  { what: 'nested deeply', json: `${'{"a":'.repeat(16_000)}1${'}'.repeat(16_000)}` },
  { what: 'of many lists', json: `{"a":${'['.repeat(49_000)}${']'.repeat(49_000)}}` },
])('a body $what is gone through to its end', ({ json }) => {
  expect(repeatedNamesIn(json)).toEqual([]);
  expect(repeatedNamesIn(`${json.slice(0, -1)},"a":2}`)).toEqual(['a']);
});
