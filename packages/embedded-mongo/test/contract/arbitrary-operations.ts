import fc from 'fast-check';
import mongoose from 'mongoose';

const { ObjectId } = mongoose.mongo;
type Document = mongoose.mongo.Document;

const IDS = ['5f0000000000000000000001', '5f0000000000000000000002', '5f0000000000000000000003'];

/** Few values, so that they meet: integers, fractions, texts, instants, ids, yes and no, null. */
const anyScalar: fc.Arbitrary<unknown> = fc.oneof(
  fc.integer({ min: -2, max: 4 }),
  fc.constantFrom(0.5, 1.5, 3_000_000_000),
  fc.constantFrom('a', 'b', 'ab', ''),
  fc.constantFrom(...IDS).map((hex) => new ObjectId(hex)),
  fc.constantFrom(0, 1_000, 2_000).map((ms) => new Date(ms)),
  fc.boolean(),
  fc.constant(null),
);

const anyLeaf = fc.oneof(
  { weight: 4, arbitrary: anyScalar },
  { weight: 1, arbitrary: fc.record({ k: anyScalar, v: anyScalar }) },
);

const anyValue = fc.oneof(
  { weight: 3, arbitrary: anyScalar },
  { weight: 1, arbitrary: fc.array(anyLeaf, { minLength: 1, maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: fc.record(
      { k: anyScalar, v: fc.array(anyScalar, { minLength: 1, maxLength: 2 }) },
      { requiredKeys: [] },
    ),
  },
);

/**
 * A document of a few fields that hold anything. Arrays are not empty: below an empty array
 * mongo-java-server finds null, MongoDB nothing (rows of their own in edge-cases.test.ts).
 */
export const anyDocument: fc.Arbitrary<Document> = fc.record(
  {
    a: anyValue,
    b: anyValue,
    c: fc.array(fc.record({ k: anyScalar, v: anyScalar }, { requiredKeys: [] }), {
      minLength: 1,
      maxLength: 3,
    }),
  },
  { requiredKeys: [] },
);

/** A document to be sorted: the other server does not compare arrays inside documents as the manual says. */
export const anySortedDocument: fc.Arbitrary<Document> = fc.record(
  {
    a: fc.oneof(
      anyScalar,
      fc.array(anyScalar, { minLength: 1, maxLength: 3 }),
      fc.record({ k: anyScalar, v: anyScalar }),
    ),
    b: anyScalar,
  },
  { requiredKeys: [] },
);

const anyPath = fc.constantFrom('a', 'b', 'a.k', 'b.k', 'c.k', 'c.v', 'c.0.k');
const anyTopPath = fc.constantFrom('a', 'b');

const comparable = anyScalar.filter((value) => value !== null);

const anyCondition: fc.Arbitrary<unknown> = fc.oneof(
  anyScalar,
  fc.record({ $eq: anyScalar }),
  fc.record({ $ne: comparable }),
  fc.record({ $gt: comparable }),
  fc.record({ $gte: comparable }),
  fc.record({ $lt: comparable }),
  fc.record({ $lte: comparable }),
  fc.record({ $in: fc.array(anyScalar, { maxLength: 3 }) }),
  fc.record({ $nin: fc.array(comparable, { maxLength: 3 }) }),
  fc.record({ $exists: fc.boolean() }),

  fc.record({ $size: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ $elemMatch: fc.record({ k: comparable }) }),
);

const anyPlainFilter: fc.Arbitrary<Document> = fc
  .array(fc.tuple(anyPath, anyCondition), { minLength: 1, maxLength: 2 })
  // Below a path MongoDB has rules for null and absence (edge-cases.test.ts) that the other server does not know.
  .filter((conditions) =>
    conditions.every(
      ([path, condition]) =>
        !path.includes('.') || !/null|"\$exists":false/.test(JSON.stringify(condition)),
    ),
  )
  .map((conditions) => Object.fromEntries(conditions));

/** A filter of the operators the stores use. */
export const anyFilter: fc.Arbitrary<Document> = fc.oneof(
  { weight: 4, arbitrary: anyPlainFilter },
  {
    weight: 1,
    arbitrary: fc
      .array(anyPlainFilter, { minLength: 1, maxLength: 2 })
      .map((children) => ({ $or: children })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(anyPlainFilter, { minLength: 1, maxLength: 2 })
      .map((children) => ({ $and: children })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(anyPlainFilter, { minLength: 1, maxLength: 2 })
      .map((children) => ({ $nor: children })),
  },
);

/** A filter on the fields of compound indexes. */
export const anyCompoundFilter: fc.Arbitrary<Document> = fc
  .uniqueArray(
    fc.oneof(
      fc.tuple(anyTopPath, anyCondition),
      fc.tuple(fc.constant('d'), fc.constantFrom<unknown>(0, 1, { $in: [2, 0] }, { $gt: 0 })),
    ),
    { maxLength: 3, selector: ([path]) => path },
  )
  .map((conditions) => Object.fromEntries(conditions));

/** A filter on two fields of the elements of an array. */
export const anyArrayFilter: fc.Arbitrary<Document> = fc.oneof(
  fc.record({ 'c.k': comparable, 'c.v': anyCondition }),
  fc.record({ c: fc.record({ $elemMatch: fc.record({ k: comparable, v: comparable }) }) }),
);

/** Null, absence and whole arrays, where MongoDB has rules of its own that an index must not break. */
export const anyRareFilter: fc.Arbitrary<Document> = fc
  .tuple(
    anyPath,
    fc.oneof(
      fc.constantFrom<unknown>(
        null,
        { $ne: null },
        { $in: [null, 1] },
        { $exists: false },
        { $gte: null },
      ),
      fc.array(anyScalar, { maxLength: 2 }),
      fc.array(anyScalar, { minLength: 1, maxLength: 2 }).map((value) => ({ $in: [value] })),
    ),
  )
  .map(([path, condition]) => ({ [path]: condition }));

/** An order by one or two fields. */
export const anySort: fc.Arbitrary<Record<string, 1 | -1>> = fc
  .uniqueArray(fc.tuple(anyTopPath, fc.constantFrom<1 | -1>(1, -1)), {
    minLength: 1,
    maxLength: 2,
    selector: ([path]) => path,
  })
  .map((fields) => Object.fromEntries(fields));

const number = fc.constantFrom(-2, 1, 2.5);

/** An update by one operator. */
export const anyUpdate: fc.Arbitrary<Document> = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'd', 'a.k', 'd.k'), anyValue)
    .map(([path, value]) => ({ $set: { [path]: value } })),
  // mongo-java-server unsets a field of every element where the manual names a missing path: "does nothing".
  fc.constantFrom('a', 'b', 'c', 'c.0.k').map((path) => ({ $unset: { [path]: '' } })),
  fc.tuple(fc.constantFrom('a', 'd'), number).map(([path, value]) => ({ $inc: { [path]: value } })),
  fc
    .tuple(fc.constantFrom('a', 'c', 'd'), anyScalar)
    .map(([path, value]) => ({ $push: { [path]: value } })),
  fc
    .tuple(
      fc.constantFrom('a', 'c', 'd'),
      fc.array(anyScalar, { maxLength: 3 }),
      fc.integer({ min: -3, max: 3 }),
    )
    .map(([path, $each, $slice]) => ({ $push: { [path]: { $each, $slice } } })),
  fc
    .tuple(fc.constantFrom('a', 'd'), comparable)
    .map(([path, value]) => ({ $pull: { [path]: value } })),
  fc.array(comparable, { maxLength: 2 }).map(($in) => ({ $pull: { c: { k: { $in } } } })),
  fc
    .tuple(fc.constantFrom('a', 'd'), comparable)
    .map(([path, value]) => ({ $max: { [path]: value } })),
);
