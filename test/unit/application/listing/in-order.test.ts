import { describe, expect, test } from '@jest/globals';
import { inOrder } from '../../../../src/application/listing/in-order.js';

const items = [
  { id: 'c', name: 'a' },
  { id: 'a', name: 'b' },
  { id: 'b', name: 'a' },
];
const byName = ({ id, name }: { id: string; name: string }) => ({ id, key: name });

describe('inOrder', () => {
  test('orders by the key, ties by id', () => {
    expect(inOrder(items, byName, 'asc').map((it) => it.id)).toEqual(['b', 'c', 'a']);
  });

  test('is the other way round the reverse', () => {
    expect(inOrder(items, byName, 'desc').map((it) => it.id)).toEqual(['a', 'c', 'b']);
  });
});
