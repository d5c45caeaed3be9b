import type { ImportFault, OrganisationImport } from './organisation-import.js';

/** What of a file is checked as a whole, and then written: all of a document, or some lines of one organisation. */
export type ImportPage = {
  /** Well-formed by themselves. None where the text is at fault before it names an organisation. */
  readonly organisations: readonly OrganisationImport[];
  /** What is wrong with the text itself, by its place in the file. */
  readonly faults: readonly ImportFault[];
  /** Which lines of the file these are; null: all of it. */
  readonly lines: { readonly first: number; readonly last: number } | null;
  /** A fault found in `organisations`, by its place in the file: a path, or a line. */
  readonly atItsPlace: (fault: ImportFault) => ImportFault;
};

/** A file in either of its formats (docs/spec/operations.md §4). */
export type ImportSource = {
  /** A document comes as one page; rows come page by page, read when they are asked for. */
  readonly format: 'document' | 'rows';
  /** Pages of one organisation come one after the other, with no page of another organisation between them. */
  readonly pages: AsyncIterable<ImportPage>;
};
