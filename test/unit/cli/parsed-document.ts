import { parseDocument } from '../../../src/cli/import-file/read-document.js';
import type { OrganisationImport } from '../../../src/application/import/organisation-import.js';

/** The first organisation of a document that is right. Throws what is wrong with another. */
export function parsed(text: string): OrganisationImport {
  const outcome = parseDocument(text);
  const [first] = outcome.ok ? outcome.organisations : [];
  if (first === undefined) throw new Error(JSON.stringify(outcome));
  return first;
}

/** What is wrong with a document; nothing where it is right. */
export function faultsOf(text: string): readonly string[] {
  const outcome = parseDocument(text);
  return outcome.ok ? [] : outcome.faults.map(({ path, problem }) => `${path}: ${problem}`);
}
