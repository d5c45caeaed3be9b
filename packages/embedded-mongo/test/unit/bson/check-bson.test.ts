import { describe, expect, it } from '@jest/globals';
import { BSON, Double, Long } from 'bson';
import fc from 'fast-check';
import { decodeBson, encodeBson } from '../../../src/bson/bson-codec.js';
import { checkBson } from '../../../src/bson/check-bson.js';
import { MongoError } from '../../../src/errors/mongo-error.js';

const bytesOf = (document: BSON.Document): Buffer => Buffer.from(BSON.serialize(document));

/** The code by which bytes are refused; undefined when they are taken. */
const refusal = (bytes: Buffer): number | undefined => {
  try {
    checkBson(bytes);
    return undefined;
  } catch (error) {
    if (error instanceof MongoError) return error.code;
    throw error;
  }
};

const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.double({ noInteger: true }),
    fc.maxSafeInteger(),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(
      fc.string({ unit: 'grapheme-ascii' }).filter((name) => !name.includes('$')),
      tie('any'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).any;

describe('a document that is let in', () => {
  it('comes back byte for byte from decoding and encoding', () => {
    fc.assert(
      fc.property(value, (any) => {
        const bytes = bytesOf({ any });
        expect(refusal(bytes)).toBeUndefined();
        expect(encodeBson(decodeBson(bytes)).equals(bytes)).toBe(true);
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('is never one that bson would read otherwise or not at all', () => {
    const good = bytesOf({
      a: 1,
      b: 'text',
      c: [1, { d: new Date(0), e: null }],
      f: new BSON.ObjectId(),
      g: new BSON.Binary(Buffer.from('abc')),
      h: /x/i,
      i: true,
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (changes) => {
          const bytes = Buffer.from(good);
          for (const [at, byte] of changes) bytes[at] = byte;
          if (refusal(bytes) !== undefined) return;
          let decoded;
          try {
            decoded = decodeBson(bytes);
          } catch (error) {
            expect(error).toMatchObject({ code: 22 });
            return;
          }
          expect(BSON.deserialize(encodeBson(decoded))).toEqual(BSON.deserialize(bytes));
        },
      ),
      { numRuns: 5_000, seed: 2 },
    );
  });

  it('is never any other bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect([22, 238, undefined]).toContain(refusal(Buffer.from(bytes)));
      }),
      { numRuns: 5_000, seed: 3 },
    );
  });
});

describe('a document is refused', () => {
  it.each<[string, BSON.Document]>([
    ['with a long', { a: { b: Long.fromNumber(5) } }],
    ['with a double that would become an integer', { a: [new Double(1)] }],
    ['with a DBRef', { a: { $ref: 'x', $id: 1 } }],
  ])('%s', (_name, document) => {
    expect(refusal(bytesOf(document))).toBe(238);
  });

  it("with the mark of bson's own classes as a field", () => {
    const bytes = Buffer.from(
      bytesOf({ a: { xbsontype: 'x' } })
        .toString('latin1')
        .replace('xbsontype', '_bsontype'),
      'latin1',
    );
    expect(refusal(bytes)).toBe(238);
  });

  it('with integer-like names in an order JavaScript would not keep', () => {
    const named = (names: string): Buffer => {
      const bytes = bytesOf({ x: 1, y: 2 });
      bytes.write(names[0] ?? '', bytes.indexOf('x'));
      bytes.write(names[1] ?? '', bytes.indexOf('y'));
      return bytes;
    };
    expect(refusal(named('12'))).toBeUndefined();
    expect(refusal(named('1y'))).toBeUndefined();
    expect(refusal(named('21'))).toBe(238);
    expect(refusal(named('x1'))).toBe(238);
  });
});
