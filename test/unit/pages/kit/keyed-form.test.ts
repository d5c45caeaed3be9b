import { describe, expect, test } from '@jest/globals';
import {
  formKeyPattern,
  guardsOfForm,
  newFormKey,
  versionIn,
} from '../../../../src/pages/kit/keyed-form.js';
import { answered } from '../../../support/answered.js';

const form = {
  owner: ['portal', 'organisation', 'account'],
  action: 'change',
  key: 'k'.repeat(22),
  command: ['product', 'choice', null],
  version: 3,
  pathOf: () => '/portal/receipt',
};
const hashesOf = (edits: Partial<typeof form>) => guardsOfForm({ ...form, ...edits }).keyed;

describe('The key of a form', () => {
  test('is 128 bits as text that fits into a field, another each time', () => {
    const keys = Array.from({ length: 100 }, newFormKey);
    expect(new Set(keys).size).toBe(100);
    expect(keys.every((it) => formKeyPattern.test(it))).toBe(true);
  });

  test('is the same key where the same owner sends the same form again', () => {
    expect(hashesOf({})).toEqual(hashesOf({}));
  });

  test.each([
    ['of another account', { owner: ['portal', 'organisation', 'other'] }],
    ['of the console', { owner: ['console', 'organisation', 'account'] }],
    ['of another action', { action: 'cancel' }],
    ['that is another', { key: 'l'.repeat(22) }],
    ['whose parts stand elsewhere', { owner: ['portal', 'organisationaccount'] }],
  ])('%s is another key', (_, edits) => {
    expect(hashesOf(edits)?.keyHash).not.toBe(hashesOf({})?.keyHash);
  });

  test('with another choice is the same key for another command', () => {
    const [first, second] = [hashesOf({}), hashesOf({ command: ['product', 'other', null] })];
    expect(second?.keyHash).toBe(first?.keyHash);
    expect(second?.commandHash).not.toBe(first?.commandHash);
  });
});

describe('The guards of a form', () => {
  test('ask for the version that it was shown at, or for none', () => {
    expect(guardsOfForm(form).ifMatch).toEqual([3]);
    expect(guardsOfForm({ ...form, version: null }).ifMatch).toBeNull();
  });

  test('keep where the answer is looked at', () => {
    expect(guardsOfForm(form).answerOf(answered('1'.repeat(24)))).toEqual({
      status: 303,
      body: '/portal/receipt',
    });
  });
});

test.each([
  ['12', 12],
  ['0', 0],
  [undefined, null],
  ['', null],
  ['-1', null],
  ['1.5', null],
  ['1e3', null],
  ['9'.repeat(16), null],
])('The version %j is %j', (raw, version) => {
  expect(versionIn(raw)).toBe(version);
});
