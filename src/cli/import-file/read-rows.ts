import type { ImportPage, ImportSource } from '../../application/import/import-source.js';
import { addRow, atItsLine, emptyPage, type OpenOrganisation } from './page-of-rows.js';
import { parseLine } from './parse-line.js';
import { readLines, type ReadLine } from './read-lines.js';
import { makeDeriveIdWithin, toOrganisation } from './to-organisation-import.js';
import type { FileLine } from './file-schema.js';

const linesOfPage = 1_000;

/** The rows of an NDJSON file as a source of pages, each of one organisation. */
export function rowsSource(file: string): ImportSource {
  return { format: 'rows', pages: readRows(file) };
}

/**
 * The rows of an NDJSON file (docs/spec/operations.md §4) page by page, read as they are asked for: no more than one
 * page is in memory.
 */
export async function* readRows(file: string): AsyncGenerator<ImportPage> {
  const pages = makePages();
  for await (const line of readLines(file)) {
    const full = pages.add(line);
    if (full !== null) yield full;
  }
  const last = pages.end();
  if (last !== null) yield last;
}

function makePages() {
  const openedAt = new Map<string, number>();
  let opened: OpenOrganisation | null = null;
  let page = emptyPage(1);
  let count = 0;

  /** What is gathered so far; the next page begins at that line. */
  const endPage = (nextLine: number): ImportPage | null => {
    const full = count === 0 ? null : toImportPage(page, opened);
    page = emptyPage(nextLine);
    count = 0;
    return full;
  };

  const open = (row: Extract<FileLine, { row: 'organisation' }>, number: number): void => {
    const organisation = toOrganisation(row);
    const earlier = openedAt.get(organisation.id);
    if (earlier !== undefined) {
      const problem = `stands at line ${String(earlier)} already`;
      page.faults.push({ path: `line ${String(number)}, id`, problem });
    }
    openedAt.set(organisation.id, number);
    opened = { organisation, line: number, derive: makeDeriveIdWithin(organisation.id) };
  };

  const take = (number: number, line: FileLine): void => {
    if (line.row === 'organisation') open(line, number);
    else if (opened !== null) addRow(page, line, { number, derive: opened.derive });
    else {
      const problem = 'stands before any organisation';
      page.faults.push({ path: `line ${String(number)}`, problem });
    }
  };

  return {
    /** Takes a line; answers the page before it where it is the first of another. */
    add: (read: ReadLine): ImportPage | null => {
      const parsed = parseLine(read, opened?.organisation.currency ?? null);
      const isNext = count === linesOfPage || (parsed.ok && parsed.line.row === 'organisation');
      const full = isNext ? endPage(read.number) : null;
      count += 1;
      page.lastLine = read.number;
      if (parsed.ok) take(read.number, parsed.line);
      else page.faults.push(...parsed.faults);
      return full;
    },
    end: (): ImportPage | null => endPage(0),
  };
}

function toImportPage(
  page: ReturnType<typeof emptyPage>,
  opened: OpenOrganisation | null,
): ImportPage {
  const { firstLine: first, lastLine: last, faults } = page;
  return {
    organisations:
      opened === null ? [] : [{ path: '', organisation: opened.organisation, ...page.import }],
    faults,
    lines: { first, last },
    atItsPlace: (fault) => (opened === null ? fault : atItsLine(fault, page, opened)),
  };
}
