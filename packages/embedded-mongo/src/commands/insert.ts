import { ObjectId } from 'bson';
import { decodeBson, encodeBson } from '../bson/bson-codec.js';
import { badValue, MongoError } from '../errors/mongo-error.js';
import { typeNameOf } from '../bson/bson-type.js';
import { insertDocument, type NewDocument } from '../engine/collection-writer.js';
import type { Reply } from '../wire/encode-reply.js';
import type { Command, Context, Request } from './command.js';
import { optionsOf } from './command-options.js';
import { collectionName, ensureCollection } from './named-collection.js';
import { checkWritable, errorsIn, runStatements } from './run-statements.js';

async function insert(request: Request, context: Context): Promise<Reply> {
  const { engine } = context;
  const ordered = optionsOf(request.body, 'insert').flag('ordered', true);
  checkWritable(request.db, collectionName(request));
  const documents = request.documents('documents').map(newDocument);
  return engine.writes.submit(() => {
    const collection = ensureCollection(request, context);
    let n = 0;
    const errors = runStatements(documents, ordered, (document) => {
      checkId(document.document._id);
      insertDocument(engine, collection, document);
      n += 1;
    });
    return { n, ...errorsIn(errors) };
  });
}

// MongoDB keeps the id in front, and gives one to a document that has none.
function newDocument(sent: Buffer): NewDocument {
  const document = decodeBson(sent);
  if (Object.keys(document)[0] === '_id') return { document, bytes: Buffer.from(sent) };
  const { _id: id = new ObjectId(), ...fields } = document;
  const complete = { _id: id, ...fields };
  return { document: complete, bytes: encodeBson(complete) };
}

/** Refuses what MongoDB takes for no id. */
export function checkId(id: unknown): void {
  const type = typeNameOf(id);
  if (type === 'array' || type === 'regex') throw badValue(`can't use a ${type} for _id`);
  if (type === 'object' && Object.keys(id as object).some((name) => name.startsWith('$'))) {
    throw new MongoError(52, '_id fields may not contain $-prefixed fields');
  }
}

/** `insert`. */
export const INSERT: Command = {
  fields: { documents: 'used', ordered: 'used', bypassDocumentValidation: 'ignored' },
  run: insert,
};
