import type { Socket } from 'node:net';
import mongoose from 'mongoose';

/** A document whose numbers keep the size that they were sent in. */
export type Fields = mongoose.mongo.Document;

/** One message of MongoDB's wire protocol, with its first document taken apart. */
export type Message = {
  readonly requestId: number;
  readonly operation: number;
  readonly flags: number;
  readonly body: Fields;
  /** Documents that came beside the body, as they were sent. */
  readonly rest: Buffer;
};

const { BSON } = mongoose.mongo;
const asSent = { promoteValues: false, bsonRegExp: true } as const;

export const opMsg = 2013;
const opReply = 1;
const opQuery = 2004;
export const moreToCome = 2;
export const exhaustAllowed = 1 << 16;

const headBytes = 16;
let lastRequestId = 1_000_000;

/** Calls for each whole message of a socket, in their order. */
export function eachMessage(socket: Socket, handle: (message: Buffer) => void): void {
  let held: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    while (held.length >= 4 && held.length >= held.readInt32LE(0)) {
      const length = held.readInt32LE(0);
      handle(held.subarray(0, length));
      held = held.subarray(length);
    }
  });
}

/** Where the first document of a message begins: it depends on how old the message's kind is. */
function bodyStart(bytes: Buffer): number {
  const operation = bytes.readInt32LE(12);
  if (operation === opReply) return headBytes + 20;
  if (operation === opQuery) return bytes.indexOf(0, headBytes + 4) + 9;
  return headBytes + 5;
}

export function readMessage(bytes: Buffer): Message {
  const start = bodyStart(bytes);
  const end = start + bytes.readInt32LE(start);
  return {
    requestId: bytes.readInt32LE(4),
    operation: bytes.readInt32LE(12),
    flags: bytes.readUInt32LE(headBytes),
    body: BSON.deserialize(bytes.subarray(start, end), asSent),
    rest: bytes.subarray(end),
  };
}

/** The same message with another first document. */
export function withBody(bytes: Buffer, body: Fields): Buffer {
  const { rest } = readMessage(bytes);
  const changed = Buffer.concat([
    bytes.subarray(0, bodyStart(bytes)),
    BSON.serialize(body, { ignoreUndefined: false }),
    rest,
  ]);
  changed.writeInt32LE(changed.length, 0);
  return changed;
}

/** An answer to the message with that id, and its own id: what streams on answers the answer before. */
export function replyTo(
  responseTo: number,
  body: Fields,
  flags = 0,
): { readonly bytes: Buffer; readonly id: number } {
  const head = Buffer.alloc(headBytes + 5);
  lastRequestId += 1;
  const bytes = Buffer.concat([head, BSON.serialize(body)]);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(lastRequestId, 4);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(opMsg, 12);
  bytes.writeUInt32LE(flags, headBytes);
  return { bytes, id: lastRequestId };
}

/** Whether a field of a document as it was sent is true, 1 or 1.0. */
export function isTrue(value: unknown): boolean {
  return value !== null && value !== undefined && Number(value) === 1;
}
