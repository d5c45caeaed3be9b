import { serialize } from 'bson';
import type { BsonObject } from '../bson/bson-object.js';

/** Documents that are encoded already, put into a reply as they are. */
export class RawDocument {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }
}

/** A cursor's number, always sent as a 64-bit integer. */
export class CursorId {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

/** The fields of a reply; `ok: 1` is added behind them. */
export type Reply = Readonly<Record<string, unknown>>;

type Sink = { readonly parts: Uint8Array[]; length: number };

const OK = Buffer.from([1, 0x6f, 0x6b, 0, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
const END = Buffer.of(0);

/** Encodes a reply into parts that together are one document. */
export function encodeReply(reply: Reply): {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
} {
  const sink: Sink = { parts: [], length: 0 };
  const size = openDocument(sink);
  for (const [name, value] of Object.entries(reply)) writeElement(sink, name, value);
  push(sink, OK);
  closeDocument(sink, size);
  return sink;
}

/** Encodes a refusal; `ok: 0` is added in front. */
export function encodeFailure(failure: BsonObject): {
  readonly parts: readonly Uint8Array[];
  readonly length: number;
} {
  const bytes = serialize({ ok: 0, ...failure });
  return { parts: [bytes], length: bytes.length };
}

function push(sink: Sink, bytes: Uint8Array): void {
  sink.parts.push(bytes);
  sink.length += bytes.length;
}

type OpenDocument = { readonly sizeBytes: Buffer; readonly start: number };

function openDocument(sink: Sink): OpenDocument {
  const opened = { sizeBytes: Buffer.alloc(4), start: sink.length };
  push(sink, opened.sizeBytes);
  return opened;
}

function closeDocument(sink: Sink, { sizeBytes, start }: OpenDocument): void {
  push(sink, END);
  sizeBytes.writeInt32LE(sink.length - start);
}

function writeElement(sink: Sink, name: string, value: unknown): void {
  if (value instanceof RawDocument) {
    push(sink, elementHead(3, name));
    push(sink, value.bytes);
  } else if (value instanceof CursorId) {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64LE(BigInt(value.value));
    push(sink, elementHead(0x12, name));
    push(sink, bytes);
  } else if (Array.isArray(value)) {
    writeNested(sink, { type: 4, name, entries: Object.entries(value) });
  } else if (isReplyObject(value)) {
    writeNested(sink, { type: 3, name, entries: Object.entries(value) });
  } else {
    writeOther(sink, name, value);
  }
}

function elementHead(type: number, name: string): Buffer {
  const head = Buffer.allocUnsafe(Buffer.byteLength(name) + 2);
  head[0] = type;
  const end = 1 + head.write(name, 1);
  head[end] = 0;
  return head;
}

type Nested = {
  readonly type: number;
  readonly name: string;
  readonly entries: readonly [string, unknown][];
};

function writeNested(sink: Sink, { type, name, entries }: Nested): void {
  push(sink, elementHead(type, name));
  const opened = openDocument(sink);
  for (const [field, value] of entries) writeElement(sink, field, value);
  closeDocument(sink, opened);
}

function isReplyObject(value: unknown): value is Reply {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

// Everything else is encoded by `bson` as the only field of a document, without that document's frame.
function writeOther(sink: Sink, name: string, value: unknown): void {
  const bytes = serialize({ [name]: value });
  push(sink, bytes.subarray(4, bytes.length - 1));
}
