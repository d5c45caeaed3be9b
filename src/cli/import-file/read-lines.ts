import { createReadStream } from 'node:fs';

/** A line of a file, from 1; null where it is no text that can be taken: `problem` says why. */
export type ReadLine = { readonly number: number } & (
  { readonly text: string } | { readonly text: null; readonly problem: string }
);

const longestBytes = 1_048_576;
const newline = 0x0a;
const tooLong = 'is longer than 1 MB';

/**
 * The lines of a file one after the other, holding no more of it than one line and one chunk. Empty ones are left out,
 * and counted. Throws what reading throws.
 */
export async function* readLines(file: string): AsyncGenerator<ReadLine> {
  let number = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (part: Buffer): void => {
    length += part.length;
    // What is over the limit is counted, not kept.
    if (length <= longestBytes) parts.push(part);
  };
  const end = (): ReadLine | null => {
    const line = length > longestBytes ? { text: null, problem: tooLong } : decode(parts);
    const ended = line.text === '' ? null : { number, ...line };
    [parts, length] = [[], 0];
    number += 1;
    return ended;
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      const line = end();
      if (line !== null) yield line;
    }
    take(chunk.subarray(from));
  }
  const last = end();
  if (last !== null) yield last;
}

type Decoded = { readonly text: string } | { readonly text: null; readonly problem: string };

/** A byte order mark is white space, and trimmed. Fatal: a byte that is no UTF-8 would else become another character of a name or an id, silently. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(parts: readonly Buffer[]): Decoded {
  try {
    return { text: utf8.decode(Buffer.concat(parts)).trim() };
  } catch {
    return { text: null, problem: 'is not UTF-8 text' };
  }
}
