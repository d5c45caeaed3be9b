import { isRowLine } from './parse-line.js';
import { readLines } from './read-lines.js';

/**
 * Whether a file is NDJSON (spec/operations.md §4), by what is in it and not by its name: its first line is a whole JSON
 * object that names its sort in `row`. False for one that cannot be read: who reads it next says so.
 */
export async function isRowsFile(file: string): Promise<boolean> {
  try {
    for await (const line of readLines(file)) return line.text !== null && isRowLine(line.text);
  } catch {
    return false;
  }
  return false;
}
