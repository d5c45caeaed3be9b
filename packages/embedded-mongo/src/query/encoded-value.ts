import { makeKeyWriter, writeKeyValue } from '../bson/encode-key.js';

const writer = makeKeyWriter();

/** A string that is the same for two values exactly when MongoDB calls them equal. */
export function encodedValue(value: unknown): string {
  writer.length = 0;
  writeKeyValue(writer, value, false);
  return writer.bytes.toString('latin1', 0, writer.length);
}
