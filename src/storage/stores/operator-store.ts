import type { mongo } from 'mongoose';
import type { OperatorStore } from '../../application/ports/operator-store.js';
import type { Operator } from '../../domain/operators/operator.js';
import type { Database } from '../connect.js';
import { driverCollection } from '../driver-collection.js';
import { operatorDocument, operatorOf } from '../mappers/operator.mapper.js';
import { nullable, objectIdOf } from '../mappers/values.mapper.js';
import type { OperatorDocument } from '../schemas/operator.schema.js';
import { isDuplicateKey } from './duplicate-key.js';

/** Operators: one document each, written whole, by its version. */
export function makeOperatorStore(database: Database): OperatorStore {
  const { models, reading, writing, limits } = database;
  const collection = driverCollection<OperatorDocument>(models.operators);
  const findOne = async (filter: mongo.Filter<OperatorDocument>): Promise<Operator | null> =>
    nullable(await reading(() => collection.findOne(filter)), operatorOf);

  return {
    find: (id) => findOne({ _id: objectIdOf(id) }),
    findByEmail: (email) => findOne({ email }),
    findByIdentity: (identity) => findOne({ identity }),

    list: async () => {
      const documents = await reading(() =>
        collection.find({}, { sort: { email: 1 }, maxTimeMS: limits.replyMs }).toArray(),
      );
      return documents.map(operatorOf);
    },

    insert: async (operator) => {
      const document = operatorDocument(operator);
      const inserted = await unlessTaken(() => writing(() => collection.insertOne(document)));
      return inserted !== 'taken';
    },

    replace: async (operator) => {
      const document = operatorDocument(operator);
      const filter = { _id: document._id, version: operator.version - 1 };
      const replaced = await unlessTaken(() =>
        writing(() => collection.updateOne(filter, updateTo(document))),
      );
      if (replaced === 'taken') return 'taken';
      return replaced.matchedCount > 0 ? 'replaced' : 'moved';
    },
  };
}

async function unlessTaken<Result>(write: () => Promise<Result>): Promise<Result | 'taken'> {
  try {
    return await write();
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    throw error;
  }
}

function updateTo({ _id, ...fields }: OperatorDocument): mongo.UpdateFilter<OperatorDocument> {
  return fields.identity === undefined
    ? { $set: fields, $unset: { identity: '' } }
    : { $set: fields };
}
