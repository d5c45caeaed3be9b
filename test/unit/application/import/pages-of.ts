import type { ImportPage } from '../../../../src/application/import/import-source.js';
import type { OrganisationImport } from '../../../../src/application/import/organisation-import.js';

/** A page of lines that hold these rows, and nothing that is wrong with them by themselves. */
export function pageOf(file: OrganisationImport): ImportPage {
  return {
    organisations: [file],
    faults: [],
    lines: { first: 1, last: 1 },
    atItsPlace: (fault) => fault,
  };
}

/** Values one after the other, as something that is read gives them. */
export async function* inTurn<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  for (const value of values) yield await Promise.resolve(value);
}

/** All that comes, in order. */
export async function gathered<Value>(values: AsyncIterable<Value>): Promise<readonly Value[]> {
  const all: Value[] = [];
  for await (const value of values) all.push(value);
  return all;
}
