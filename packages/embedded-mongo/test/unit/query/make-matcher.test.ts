import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Query } from 'mingo';
import mongoose from 'mongoose';
import { decodeBson } from '../../../src/bson/bson-codec.js';
import { makeMatcher } from '../../../src/query/make-matcher.js';
import { parseFilter } from '../../../src/query/parse-filter.js';
import { anyDocument, anyFilter } from '../../contract/arbitrary-operations.js';

const { BSON } = mongoose.mongo;
type Document = mongoose.mongo.Document;

const stored = (document: Document): Document => decodeBson(BSON.serialize(document));

// mingo compares documents without regard to the order of fields and arrays without regard to the
// order of elements, so values of those kinds are left to the independent server and the manual.
const isPlain = (document: Document): boolean =>
  Object.values(document).every(
    (value) => typeof value !== 'object' || value === null || value instanceof Date,
  );

describe('a matcher', () => {
  it('agrees with mingo on documents of plain values', () => {
    fc.assert(
      fc.property(
        fc.array(anyDocument.filter(isPlain), { minLength: 1, maxLength: 8 }),
        anyFilter,
        (documents, filter) => {
          const matches = makeMatcher(parseFilter(stored(filter)));
          const query = new Query(stored(filter));
          const rows = documents.map(stored);
          expect(rows.filter(matches)).toEqual(rows.filter((row) => query.test(row)));
        },
      ),
      { numRuns: 2_000, seed: 1 },
    );
  });
});
