import { describe, expect, it } from '@jest/globals';
import { Binary, BSONRegExp, ObjectId } from 'bson';
import fc from 'fast-check';
import { compareBson } from '../../../src/bson/compare-bson.js';
import { finishedKey, makeKeyWriter, writeKeyValue } from '../../../src/bson/encode-key.js';

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    0,
    -0,
    1,
    -1,
    0.5,
    -0.5,
    2 ** 31,
    -(2 ** 31) - 1,
    2 ** 53 - 1,
    Number.NaN,
    Infinity,
    -Infinity,
    5e-324,
  ),
  fc.integer(),
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', 'ab', '\uffff', '😀'),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(bytes)),
  fc.constantFrom('a', 'b').map((pattern) => new BSONRegExp(pattern, 'i')),
);

const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', ''), tie('any'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).any;

const keyOf = (values: readonly unknown[], descending: boolean): Buffer => {
  const writer = makeKeyWriter();
  for (const one of values) writeKeyValue(writer, one, descending);
  return finishedKey(writer);
};
const sign = Math.sign;

describe('an encoded key', () => {
  it('sorts by its bytes as MongoDB sorts the values', () => {
    fc.assert(
      fc.property(value, value, (left, right) => {
        const byBytes = Buffer.compare(keyOf([left], false), keyOf([right], false));
        expect(sign(byBytes)).toBe(sign(compareBson(left, right)));
      }),
      { numRuns: 5_000, seed: 1 },
    );
  });

  it('is the same for 0 and -0, which MongoDB calls equal', () => {
    expect(keyOf([-0], false)).toEqual(keyOf([0], false));
  });

  it('sorts the other way round when it is descending, and field by field', () => {
    fc.assert(
      fc.property(fc.tuple(scalar, scalar), fc.tuple(scalar, scalar), ([a, b], [c, d]) => {
        const inOrder = compareBson(a, c) || compareBson(b, d);
        expect(sign(Buffer.compare(keyOf([a, b], false), keyOf([c, d], false)))).toBe(
          sign(inOrder),
        );
        expect(sign(Buffer.compare(keyOf([a, b], true), keyOf([c, d], true)))).toBe(sign(-inOrder));
      }),
      { numRuns: 3_000, seed: 2 },
    );
  });

  it('is told apart from keys that go on behind it by one byte 0xff', () => {
    fc.assert(
      fc.property(scalar, scalar, (first, second) => {
        const beginning = keyOf([first], false);
        const behind = Buffer.concat([beginning, Buffer.of(0xff)]);
        expect(Buffer.compare(keyOf([first, second], false), behind)).toBe(-1);
      }),
      { numRuns: 1_000, seed: 3 },
    );
  });
});
