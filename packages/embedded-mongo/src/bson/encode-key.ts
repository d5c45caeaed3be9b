import type { Binary, BSONRegExp, ObjectId } from 'bson';
import type { BsonObject } from './bson-object.js';
import { TYPE_ORDER, typeOrderOf } from './bson-type.js';

/** Stands for an empty array in an index, where MongoDB writes undefined. */
export const EMPTY_ARRAY = Symbol('empty array');

/** Where a key is being written: bytes grow as needed, `length` says how much is used. */
export type KeyWriter = { bytes: Buffer; length: number };

/** A writer with room for most keys. */
export function makeKeyWriter(): KeyWriter {
  return { bytes: Buffer.allocUnsafe(4096), length: 0 };
}

/**
 * Writes a value so that comparing the bytes gives MongoDB's order (compare-bson.ts), also when other
 * values follow: each encoding ends itself. A descending field has all its bytes inverted.
 */
export function writeKeyValue(writer: KeyWriter, value: unknown, descending: boolean): void {
  const start = writer.length;
  writeValue(writer, value);
  if (!descending) return;
  const { bytes } = writer;
  for (let index = start; index < writer.length; index += 1) bytes[index] = ~(bytes[index] ?? 0);
}

/** The bytes written so far, as a buffer of its own. */
export function finishedKey(writer: KeyWriter): Buffer {
  return Buffer.from(writer.bytes.subarray(0, writer.length));
}

/** Makes room for more bytes and says where they begin. */
export function reserve(writer: KeyWriter, size: number): number {
  const start = writer.length;
  const needed = start + size;
  if (needed > writer.bytes.length) {
    const grown = Buffer.allocUnsafe(Math.max(needed, writer.bytes.length * 2));
    writer.bytes.copy(grown, 0, 0, start);
    writer.bytes = grown;
  }
  writer.length = needed;
  return start;
}

type WriteValue = (writer: KeyWriter, value: never) => void;

const BY_TYPE: Readonly<Record<number, WriteValue>> = {
  [TYPE_ORDER.number]: writeNumber,
  [TYPE_ORDER.string]: writeText,
  [TYPE_ORDER.object]: writeObject,
  [TYPE_ORDER.array]: writeArray,
  [TYPE_ORDER.binary]: writeBinary,
  [TYPE_ORDER.objectId]: (writer, value: ObjectId) => {
    writeBytes(writer, value.id);
  },
  [TYPE_ORDER.boolean]: (writer, value: boolean) => {
    writeByte(writer, value ? 1 : 0);
  },
  [TYPE_ORDER.date]: (writer, value: Date) => {
    writeNumber(writer, value.getTime());
  },
  [TYPE_ORDER.regex]: (writer, value: BSONRegExp) => {
    writeText(writer, value.pattern);
    writeText(writer, value.options);
  },
};

function writeValue(writer: KeyWriter, value: unknown): void {
  if (value === EMPTY_ARRAY) {
    writeByte(writer, TYPE_ORDER.undefined);
    return;
  }
  const type = typeOrderOf(value);
  writeByte(writer, type);
  BY_TYPE[type]?.(writer, value as never);
}

function writeByte(writer: KeyWriter, byte: number): void {
  const start = reserve(writer, 1);
  writer.bytes[start] = byte;
}

function writeBytes(writer: KeyWriter, bytes: Uint8Array): void {
  const start = reserve(writer, bytes.length);
  writer.bytes.set(bytes, start);
}

// An IEEE double sorts like its bytes once the sign bit is flipped, and all bits when it is negative.
function writeNumber(writer: KeyWriter, value: number): void {
  const start = reserve(writer, 8);
  const { bytes } = writer;
  if (Number.isNaN(value)) {
    bytes.fill(0, start, start + 8);
    return;
  }
  bytes.writeDoubleBE(value === 0 ? 0 : value, start);
  const first = bytes[start] ?? 0;
  if (first < 0x80) {
    bytes[start] = first | 0x80;
    return;
  }
  for (let index = start; index < start + 8; index += 1) bytes[index] = ~(bytes[index] ?? 0);
}

// A zero byte ends the text; one inside it is followed by 0xff, which no type begins with.
function writeText(writer: KeyWriter, value: string): void {
  if (!value.includes('\0')) {
    const size = Buffer.byteLength(value);
    const start = reserve(writer, size + 1);
    writer.bytes.write(value, start, size, 'utf8');
    writer.bytes[start + size] = 0;
    return;
  }
  const parts = value.split('\0').map((part) => Buffer.from(part));
  for (const [index, part] of parts.entries()) {
    if (index > 0) writeBytes(writer, Uint8Array.of(0, 0xff));
    writeBytes(writer, part);
  }
  writeByte(writer, 0);
}

function writeObject(writer: KeyWriter, value: BsonObject): void {
  for (const [name, field] of Object.entries(value)) {
    writeByte(writer, typeOrderOf(field));
    writeText(writer, name);
    writeValue(writer, field);
  }
  writeByte(writer, 0);
}

function writeArray(writer: KeyWriter, value: readonly unknown[]): void {
  for (const element of value) writeValue(writer, element);
  writeByte(writer, 0);
}

function writeBinary(writer: KeyWriter, value: Binary): void {
  const start = reserve(writer, 5);
  writer.bytes.writeUInt32BE(value.length(), start);
  writer.bytes[start + 4] = value.sub_type;
  writeBytes(writer, value.value());
}
