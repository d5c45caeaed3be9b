import { deserialize, serialize, setInternalBufferSize } from 'bson';
import { MongoError } from '../errors/mongo-error.js';
import type { BsonObject } from './bson-object.js';

export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

setInternalBufferSize(MAX_DOCUMENT_BYTES + 64 * 1024);

/** Decodes one document; anything `bson` cannot read is InvalidBSON. */
export function decodeBson(bytes: Uint8Array): BsonObject {
  try {
    return deserialize(bytes, { bsonRegExp: true });
  } catch {
    throw new MongoError(22, 'the message holds malformed BSON');
  }
}

/** Encodes one document into bytes of its own; integers within 32 bits become Int32, all other numbers doubles. */
export function encodeBson(document: BsonObject): Buffer {
  try {
    const bytes = serialize(document);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch {
    throw new MongoError(17419, `Resulting document is larger than ${String(MAX_DOCUMENT_BYTES)}`);
  }
}
