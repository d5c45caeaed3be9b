/** MongoDB's own limit, told to clients as maxMessageSizeBytes. */
export const MAX_MESSAGE_BYTES = 48_000_000;
const HEADER_BYTES = 16;

/** Cuts a connection's bytes into messages. Holds no more than has really arrived. */
export type FrameReader = {
  /** The messages completed by these bytes; undefined when a length is impossible and the connection lost. */
  readonly push: (chunk: Buffer) => readonly Buffer[] | undefined;
};

/** Makes a reader for one connection. */
export function makeFrameReader(): FrameReader {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted = 4;

  const joined = (): Buffer => {
    const [only] = chunks;
    const bytes = chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, held);
    chunks = [bytes];
    return bytes;
  };
  const keepRest = (rest: Buffer): void => {
    chunks = rest.length > 0 ? [rest] : [];
    held = rest.length;
  };
  return {
    push: (chunk) => {
      chunks.push(chunk);
      held += chunk.length;
      const frames: Buffer[] = [];
      while (held >= wanted) {
        const bytes = joined();
        const length = bytes.readInt32LE(0);
        if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES) return undefined;
        if (held < length) {
          wanted = length;
          break;
        }
        frames.push(bytes.subarray(0, length));
        keepRest(bytes.subarray(length));
        wanted = 4;
      }
      return frames;
    },
  };
}
