import { decodeBson } from '../bson/bson-codec.js';
import type { BsonObject } from '../bson/bson-object.js';
import { removeDocument } from '../engine/collection-writer.js';
import { beginSearch, findFirst } from '../engine/find-documents.js';
import { MongoError } from '../errors/mongo-error.js';
import { makeMatcher } from '../query/make-matcher.js';
import { parseFilter } from '../query/parse-filter.js';
import type { Reply } from '../wire/encode-reply.js';
import { checkFields } from './check-fields.js';
import type { Command, Context, FieldRule, Request } from './command.js';
import { hintedIndex, hintOf } from './index-hint.js';
import { optionsOf } from './command-options.js';
import { collectionName, findCollection } from './named-collection.js';
import { checkWritable, errorsIn, runStatements } from './run-statements.js';

const STATEMENT_FIELDS: Readonly<Record<string, FieldRule>> = {
  q: 'used',
  limit: 'used',
  hint: 'used',
  collation: 'refused',
};

async function remove(request: Request, context: Context): Promise<Reply> {
  const ordered = optionsOf(request.body, 'delete').flag('ordered', true);
  checkWritable(request.db, collectionName(request));
  const statements = request.documents('deletes').map(readStatement);
  return context.engine.writes.submit(() => {
    let n = 0;
    const errors = runStatements(statements, ordered, (statement) => {
      n += runStatement(statement, request, context);
    });
    return { n, ...errorsIn(errors) };
  });
}

function readStatement(bytes: Buffer): BsonObject {
  const statement = decodeBson(bytes);
  checkFields(statement, { owner: 'delete.deletes', rules: STATEMENT_FIELDS });
  return statement;
}

function runStatement(statement: BsonObject, request: Request, context: Context): number {
  const options = optionsOf(statement, 'delete.deletes');
  const filter = parseFilter(options.document('q'));
  const limit = options.count('limit', -1);
  if (limit > 1)
    throw new MongoError(
      9,
      `The limit field in delete objects must be 0 or 1. Got ${String(limit)}`,
    );
  const collection = findCollection(request, context);
  if (collection === undefined) return 0;
  const { engine } = context;
  const hint = hintedIndex(collection, hintOf(statement.hint));
  const query = { filter, matches: makeMatcher(filter), sort: [], skip: 0, limit, hint };
  const first = limit === 1 ? findFirst(engine, collection, query) : undefined;
  const only = first === undefined ? [] : [first];
  const found = limit === 1 ? only : [...beginSearch(engine, collection, query).documents()];
  for (const stored of found) removeDocument(engine, collection, stored);
  return found.length;
}

/** `delete`. */
export const DELETE: Command = {
  fields: { deletes: 'used', ordered: 'used', let: 'refused' },
  run: remove,
};
