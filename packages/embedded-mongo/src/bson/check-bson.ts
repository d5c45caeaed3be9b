import { MongoError, notImplemented } from '../errors/mongo-error.js';
import { isInt32 } from './bson-type.js';

const MAX_DEPTH = 180;
const MAX_DATE_MS = 8_640_000_000_000_000;

const FIXED_SIZES: Readonly<Record<number, number>> = {
  0x01: 8,
  0x07: 12,
  0x08: 1,
  0x09: 8,
  0x0a: 0,
  0x10: 4,
  0x7f: 0,
  0xff: 0,
};

/**
 * Types whose comparison or type would not survive decoding and encoding: `bson` gives numbers for
 * Long and for Double alike, and keeps neither scope, symbol nor undefined apart.
 */
const REFUSED_TYPES: Readonly<Record<number, string>> = {
  0x06: 'undefined',
  0x0c: 'DBPointer',
  0x0d: 'JavaScript code',
  0x0e: 'symbol',
  0x0f: 'JavaScript code with scope',
  0x11: 'timestamp',
  0x12: '64-bit integer (long)',
  0x13: 'decimal128',
};

const INTEGER_NAME = /^(?:0|[1-9]\d{0,9})$/;

type Level = { readonly end: number; readonly depth: number; readonly isArray: boolean };

/**
 * Checks that the bytes are one well-formed document whose every value comes back from storage as it
 * was sent. Malformed bytes are InvalidBSON; a value that would change is refused by its type.
 */
export function checkBson(bytes: Buffer): void {
  if (bytes.length < 5) throw invalid();
  checkLevel(bytes, 0, { end: bytes.length, depth: 0, isArray: false });
}

function invalid(): MongoError {
  return new MongoError(22, 'the message holds malformed BSON');
}

function checkLevel(bytes: Buffer, start: number, level: Level): void {
  const end = start + bytes.readInt32LE(start);
  if (end !== level.end || bytes[end - 1] !== 0) throw invalid();
  if (level.depth > MAX_DEPTH) throw new MongoError(15, 'the document is nested too deeply');
  const order = { lastInteger: -1, sawName: false };
  let position = start + 4;
  while (position < end - 1) {
    const type = bytes[position] ?? 0;
    const nameEnd = bytes.indexOf(0, position + 1);
    if (nameEnd < 0 || nameEnd >= end - 1) throw invalid();
    if (!level.isArray) checkName(bytes, { start: position + 1, end: nameEnd, order });
    position = checkValue(bytes, { type, start: nameEnd + 1, nameStart: position + 1, level });
    if (position > end - 1) throw invalid();
  }
}

type Name = {
  readonly start: number;
  readonly end: number;
  readonly order: { lastInteger: number; sawName: boolean };
};

// A JavaScript object lists integer-like names first, in ascending order: any other order would be lost.
function checkName(bytes: Buffer, name: Name): void {
  const first = bytes[name.start] ?? 0;
  if (first < 0x30 || first > 0x39) {
    name.order.sawName = true;
    checkReservedName(bytes, name);
    return;
  }
  const text = bytes.toString('latin1', name.start, name.end);
  if (!INTEGER_NAME.test(text) || Number(text) >= 0xffff_ffff) {
    name.order.sawName = true;
    return;
  }
  if (name.order.sawName || Number(text) <= name.order.lastInteger) {
    throw notImplemented(`the field name '${text}' after other names`);
  }
  name.order.lastInteger = Number(text);
}

// `bson` makes a DBRef of the one and takes the other for the mark of its own classes.
function checkReservedName(bytes: Buffer, { start, end }: Name): void {
  const first = bytes[start];
  if (first !== 0x24 && first !== 0x5f) return;
  const name = bytes.toString('latin1', start, end);
  if (name === '$ref' || name === '_bsontype') throw notImplemented(`the field name '${name}'`);
}

type Value = {
  readonly type: number;
  readonly start: number;
  readonly nameStart: number;
  readonly level: Level;
};

function checkValue(bytes: Buffer, value: Value): number {
  const size = FIXED_SIZES[value.type];
  if (size !== undefined) {
    if (value.start + size >= value.level.end) throw invalid();
    checkScalar(bytes, value);
    return value.start + size;
  }
  if (value.type === 0x03 || value.type === 0x04) return checkNested(bytes, value);
  if (value.type === 0x02 || value.type === 0x05) return checkSized(bytes, value);
  if (value.type === 0x0b) return endOfName(bytes, endOfName(bytes, value.start));
  throw refusal(bytes, value);
}

function refusal(bytes: Buffer, value: Value): MongoError {
  const type = REFUSED_TYPES[value.type];
  if (type === undefined) return invalid();
  return notImplemented(`the BSON type ${type} in field '${nameOf(bytes, value)}'`);
}

function nameOf(bytes: Buffer, value: Value): string {
  return bytes.toString('utf8', value.nameStart, value.start - 1);
}

function checkScalar(bytes: Buffer, value: Value): void {
  if (value.type === 0x01 && isInt32(bytes.readDoubleLE(value.start))) {
    throw notImplemented(`a double with an integer value in field '${nameOf(bytes, value)}'`);
  }
  if (value.type === 0x08 && (bytes[value.start] ?? 2) > 1) throw invalid();
  if (value.type === 0x09) {
    const ms = bytes.readInt32LE(value.start + 4) * 2 ** 32 + bytes.readUInt32LE(value.start);
    if (Math.abs(ms) > MAX_DATE_MS) {
      throw notImplemented(`a date beyond the year 275760 in field '${nameOf(bytes, value)}'`);
    }
  }
}

function checkNested(bytes: Buffer, { type, start, level }: Value): number {
  if (start + 5 > level.end) throw invalid();
  const end = start + bytes.readInt32LE(start);
  if (end < start + 5 || end >= level.end) throw invalid();
  checkLevel(bytes, start, { end, depth: level.depth + 1, isArray: type === 0x04 });
  return end;
}

function checkSized(bytes: Buffer, { type, start, level }: Value): number {
  if (start + 4 >= level.end) throw invalid();
  const length = bytes.readInt32LE(start);
  const isString = type === 0x02;
  const end = start + 4 + length + (isString ? 0 : 1);
  if (length < (isString ? 1 : 0) || end >= level.end) throw invalid();
  if (isString && bytes[end - 1] !== 0) throw invalid();
  if (!isString && bytes[start + 4] === 2) throw notImplemented('binary subtype 2');
  return end;
}

function endOfName(bytes: Buffer, start: number): number {
  const end = bytes.indexOf(0, start);
  if (end < 0) throw invalid();
  return end + 1;
}
