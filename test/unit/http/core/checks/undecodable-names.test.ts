import { expect, test } from '@jest/globals';
import { undecodableNamesIn } from '../../../../../src/http/core/checks/undecodable-names.js';

test.each([
  ['a=%ff', ['a']],
  ['a=%c3', ['a']],
  ['a=%ed%a0%80', ['a']],
  ['a=%ed%b0%80', ['a']],
  ['a=%c0%80', ['a']],
  ['a=%f4%90%80%80', ['a']],
  ['a=1&b=%ff&c=%ff&b=%fe', ['b', 'c']],
  ['%ff=1', ['%ff']],
  ['%62=%ff', ['b']],
  ['a=\u00e5', ['a']],
  ['a=1=%ff', ['a']],
])('%s: %j is no text', (encoded, names) => {
  expect(undecodableNamesIn(encoded)).toEqual(names);
});

test.each([
  '',
  'a',
  'a=b&c=d',
  'a=%C3%A5+%f0%9f%98%80',
  'a=%EF%BF%BD',
  'a=%00',
  '&&=',
  'a[b]=c',
  'a=%25',
  'a=%',
  'a=%zz&b=100%',
])('%s is text', (encoded) => {
  expect(undecodableNamesIn(encoded)).toEqual([]);
});
