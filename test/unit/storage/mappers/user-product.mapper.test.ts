import { describe, expect, test } from '@jest/globals';
import { dueBucketOf } from '../../../../src/storage/mappers/user-product.mapper.js';
import { makeIdSource } from '../../../../src/storage/stores/id-source.js';
import { toId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';

describe('The bucket of a user product', () => {
  test.each([
    [0, 0],
    [63, 63],
    [64, 0],
    [255, 63],
    [256, 0],
  ])('whose id is number %d is %d', (number, bucket) => {
    expect(dueBucketOf(idOf(number))).toBe(bucket);
  });

  test('is another one for each of 64 ids made one after the other', () => {
    const ids = makeIdSource();
    const buckets = Array.from({ length: 64 }, () => dueBucketOf(toId(ids.next())));
    expect(new Set(buckets).size).toBe(64);
  });
});
