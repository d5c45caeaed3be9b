import { MongoError } from '../errors/mongo-error.js';
import { crc32c } from './crc32c.js';

const OP_MSG = 2013;
const OP_QUERY = 2004;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
const EXHAUST_ALLOWED = 1 << 16;
/** Bits 0-15 must be understood by the receiver; 16 and up may be ignored. */
const REQUIRED_BITS = 0xffff;

/** One message: the command's document and the documents that came in sequences of their own. */
export type Message = {
  readonly requestId: number;
  readonly isLegacy: boolean;
  /** False when the sender waits for no reply. */
  readonly wantsReply: boolean;
  /** Whether more replies may follow the first without being asked for. */
  readonly allowsMore: boolean;
  readonly body: Buffer;
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** The collection an OP_QUERY names; an OP_MSG names its database in the body. */
  readonly legacyNamespace?: string;
};

/** A message that cannot be answered, because it cannot even be read as one. */
class ProtocolError extends Error {}

/** Reads a whole message. Throws ProtocolError when the connection has to end. */
export function parseMessage(frame: Buffer): Message {
  const operation = frame.readInt32LE(12);
  try {
    if (operation === OP_MSG) return parseOpMsg(frame);
    if (operation === OP_QUERY) return parseOpQuery(frame);
  } catch (error) {
    if (error instanceof ProtocolError || error instanceof MongoError) throw error;
    throw new ProtocolError('the message is cut short');
  }
  throw new ProtocolError(`the operation ${String(operation)} is not served`);
}

function parseOpMsg(frame: Buffer): Message {
  const flags = frame.readUInt32LE(16);
  if ((flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) {
    throw new ProtocolError('an OP_MSG flag is unknown');
  }
  const end = (flags & CHECKSUM_PRESENT) === 0 ? frame.length : checkedEnd(frame);
  const sequences = new Map<string, readonly Buffer[]>();
  let body: Buffer | undefined;
  let position = 20;
  while (position < end) {
    const kind = frame[position];
    const section = position + 1;
    if (kind === 0 && body === undefined) {
      body = documentAt(frame, section, end);
      position = section + body.length;
    } else if (kind === 1) {
      position = readSequence(frame, { start: section, end, sequences });
    } else {
      throw new ProtocolError('an OP_MSG section is of an unknown kind');
    }
  }
  if (body === undefined) throw new ProtocolError('an OP_MSG has no body');
  const wantsReply = (flags & MORE_TO_COME) === 0;
  const allowsMore = (flags & EXHAUST_ALLOWED) !== 0;
  return {
    requestId: frame.readInt32LE(4),
    isLegacy: false,
    wantsReply,
    allowsMore,
    body,
    sequences,
  };
}

function checkedEnd(frame: Buffer): number {
  const end = frame.length - 4;
  if (crc32c(frame.subarray(0, end)) !== frame.readUInt32LE(end)) {
    throw new ProtocolError('the checksum of an OP_MSG does not match');
  }
  return end;
}

function documentAt(frame: Buffer, start: number, end: number): Buffer {
  const length = frame.readInt32LE(start);
  if (length < 5 || start + length > end) throw new ProtocolError('a document is cut short');
  return frame.subarray(start, start + length);
}

type Sequence = {
  readonly start: number;
  readonly end: number;
  readonly sequences: Map<string, readonly Buffer[]>;
};

function readSequence(frame: Buffer, { start, end, sequences }: Sequence): number {
  const sectionEnd = start + frame.readInt32LE(start);
  const nameEnd = frame.indexOf(0, start + 4);
  if (sectionEnd > end || nameEnd < 0 || nameEnd >= sectionEnd) {
    throw new ProtocolError('a document sequence is cut short');
  }
  const documents: Buffer[] = [];
  let position = nameEnd + 1;
  while (position < sectionEnd) {
    const document = documentAt(frame, position, sectionEnd);
    documents.push(document);
    position += document.length;
  }
  sequences.set(frame.toString('utf8', start + 4, nameEnd), documents);
  return sectionEnd;
}

function parseOpQuery(frame: Buffer): Message {
  const nameEnd = frame.indexOf(0, 20);
  if (nameEnd < 0) throw new ProtocolError('a namespace is cut short');
  const body = documentAt(frame, nameEnd + 9, frame.length);
  return {
    requestId: frame.readInt32LE(4),
    isLegacy: true,
    wantsReply: true,
    allowsMore: false,
    body,
    sequences: new Map(),
    legacyNamespace: frame.toString('utf8', 20, nameEnd),
  };
}
