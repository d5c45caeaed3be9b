import { expect, test } from '@jest/globals';
import { sideFields } from '../../../../../src/pages/console/developers/event-fields.js';

test('Two sides are compared field by field, and what differs is said', () => {
  const before = { a: { b: 1, list: ['x'] }, gone: null, empty: {} };
  const after = { a: { b: 2, list: ['x'] }, fresh: '<b>', empty: {} };
  expect(sideFields(before, after)).toEqual([
    { path: 'a.b', before: '1', after: '2', differs: true },
    { path: 'a.list.0', before: 'x', after: 'x', differs: false },
    { path: 'fresh', before: null, after: '<b>', differs: true },
    { path: 'empty', before: '{}', after: '{}', differs: false },
    { path: 'gone', before: 'null', after: null, differs: true },
  ]);
  expect(sideFields(null, null)).toEqual([]);
});
