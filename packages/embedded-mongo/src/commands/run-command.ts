import { onDemand } from 'bson';
import { decodeBson } from '../bson/bson-codec.js';
import type { BsonObject } from '../bson/bson-object.js';
import { checkBson } from '../bson/check-bson.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Reply } from '../wire/encode-reply.js';
import type { LaterReply } from '../wire/later-reply.js';
import type { Message } from '../wire/parse-message.js';
import { checkCommandFields } from './check-fields.js';
import type { Context, Request } from './command.js';
import { COMMANDS } from './command-table.js';

/** Fields whose values are stored or compared with stored ones: each value must be one that keeps its type. */
const STORED_FIELDS: ReadonlySet<string> = new Set([
  'documents',
  'updates',
  'deletes',
  'filter',
  'query',
  'update',
  'pipeline',
]);

/** Runs the command a message holds. */
export function runCommand(
  message: Message,
  context: Context,
): Reply | LaterReply | Promise<Reply> {
  const body = decodeBson(message.body);
  const name = Object.keys(body)[0] ?? '';
  const command = COMMANDS.get(name);
  if (message.isLegacy) checkLegacy(name, message);
  if (command === undefined) throw new MongoError(59, `no such command: '${name}'`);
  context.gate.check(name);
  checkCommandFields(name, body, command.fields);
  for (const documents of message.sequences.values()) {
    for (const document of documents) checkBson(document);
  }
  const embedded = storedFieldsIn(message.body, body);
  const request: Request = {
    name,
    db: databaseOf(body, message),
    body,
    documents: (field) => message.sequences.get(field) ?? elementsOf(embedded.get(field)),
  };
  return command.run(request, context);
}

function checkLegacy(name: string, message: Message): void {
  const isHandshake = ['isMaster', 'ismaster', 'hello'].includes(name);
  if (!isHandshake || message.legacyNamespace?.endsWith('.$cmd') !== true) {
    throw new MongoError(
      352,
      `Unsupported OP_QUERY command: ${name}. The client driver may require an upgrade.`,
    );
  }
}

function databaseOf(body: BsonObject, message: Message): string {
  const named = message.isLegacy ? message.legacyNamespace?.split('.')[0] : body.$db;
  if (
    typeof named !== 'string' ||
    named === '' ||
    /[/\\. "$\0]/u.test(named) ||
    named.length > 63
  ) {
    throw new MongoError(73, `Invalid database name: '${String(named)}'`);
  }
  return named;
}

function storedFieldsIn(bytes: Buffer, body: BsonObject): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  if (!Object.keys(body).some((field) => STORED_FIELDS.has(field))) return found;
  for (const [type, nameOffset, nameLength, offset, length] of onDemand.parseToElements(bytes)) {
    if (type !== 3 && type !== 4) continue;
    const field = bytes.toString('utf8', nameOffset, nameOffset + nameLength);
    if (!STORED_FIELDS.has(field)) continue;
    const value = bytes.subarray(offset, offset + length);
    checkBson(value);
    found.set(field, value);
  }
  return found;
}

function elementsOf(array: Buffer | undefined): readonly Buffer[] {
  if (array === undefined) return [];
  return Array.from(onDemand.parseToElements(array), ([type, , , offset, length]) => {
    if (type !== 3) throw new MongoError(14, 'an array of documents holds something else');
    return array.subarray(offset, offset + length);
  });
}
