import { describe, expect, test } from '@jest/globals';
import {
  looksLikeNoClient,
  requesterOf,
  requesterParts,
} from '../../../../src/domain/user-product/requester.js';

describe('Who asked for a change', () => {
  test.each([
    ['demo', 'client', 'demo'],
    ['a client: of ours', 'client', 'a client: of ours'],
    ['operators', 'client', 'operators'],
    ['systems', 'client', 'systems'],
    ['operator:', 'client', 'operator:'],
    ['portal:56e1741a6fc9365306000001', 'portal', '56e1741a6fc9365306000001'],
    ['operator:Ada: support', 'operator', 'Ada: support'],
    ['operator:two\nlines', 'operator', 'two\nlines'],
    ['bulk:7', 'bulk', '7'],
    ['system', 'system', null],
    ['import', 'import', null],
  ] as const)('%j is a %s', (text, kind, id) => {
    expect(requesterParts(requesterOf(text))).toEqual({ kind, id });
  });

  test('is no client of an id that would be taken for somebody else', () => {
    const others = [
      'client:a',
      'portal:',
      'portal:a',
      'operator:ada',
      'bulk:1',
      'system',
      'import',
    ];
    expect(others.filter((it) => !looksLikeNoClient(it))).toEqual([]);
    expect(['demo', 'portal', 'my-operator:a', 'systems'].filter(looksLikeNoClient)).toEqual([]);
  });
});
