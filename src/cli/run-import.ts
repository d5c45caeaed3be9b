import type { ImportCommand } from '../application/import/import-organisations.js';
import type { ImportPage } from '../application/import/import-source.js';
import type { ImportFault } from '../application/import/organisation-import.js';
import { printLine, type CliContext } from './cli-context.js';
import type { OperatorApplication } from './operator-application.js';
import { CommandFailure } from './command-failure.js';
import { makeProgress } from './progress.js';
import { makeRowCounts } from './row-counts.js';

/** So many faults are listed before even a dry run gives up. */
const mostFaults = 1_000;

/**
 * Imports a file and prints what became of it, page by page. The first page with a fault ends it: what stands before is
 * written. A dry run writes nothing and goes through the whole file.
 */
export async function runImport(
  context: CliContext,
  { importOrganisations }: Pick<OperatorApplication, 'importOrganisations'>,
  command: ImportCommand,
): Promise<void> {
  const progress = makeProgress(context.stderr);
  const print = (...columns: readonly (string | number)[]): void => {
    progress.clear();
    printLine(context, ...columns);
  };
  const counts = makeRowCounts(print);
  let faultCount = 0;
  for await (const { page, plans, faults } of importOrganisations(command)) {
    for (const plan of plans) counts.add(plan);
    for (const fault of faults) print(lineOf(fault));
    faultCount += faults.length;
    if (faults.length > 0 && !command.isDryRun) {
      counts.end();
      throw refusedPage(page, faults.length);
    }
    if (faultCount >= mostFaults) break;
    if (page.lines !== null) progress.show(`${page.lines.last.toLocaleString('en')} lines`);
  }
  counts.end();
  if (faultCount > 0) throw refusedFile(faultCount);
  if (command.isDryRun) print('dry run: nothing was written');
}

/** Prints what is wrong with a file that nothing was written of, and answers the failure to throw. */
export function refuseFile(context: CliContext, faults: readonly ImportFault[]): CommandFailure {
  for (const fault of faults) printLine(context, lineOf(fault));
  return refusedFile(faults.length);
}

function lineOf({ path, problem }: ImportFault): string {
  return `${path}: ${problem}`;
}

function refusedFile(faults: number): CommandFailure {
  return new CommandFailure(`${countOf(faults)}; nothing was written`);
}

function refusedPage({ lines }: ImportPage, faults: number): CommandFailure {
  if (lines === null) return refusedFile(faults);
  const written = lines.first === 1 ? 'nothing was written' : 'the lines before are written';
  return new CommandFailure(
    `${countOf(faults)} in lines ${String(lines.first)} to ${String(lines.last)}; ${written}; repair it and import it again`,
  );
}

function countOf(faults: number): string {
  return faults === 1 ? 'the file has one fault' : `the file has ${String(faults)} faults`;
}
