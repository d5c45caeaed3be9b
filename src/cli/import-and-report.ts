import type { ImportCommand } from '../application/import/import-organisations.js';
import type { ImportFault, OrganisationImport } from '../application/import/organisation-import.js';
import type { ImportPlan } from '../application/import/plan-import.js';
import { say, type CliContext } from './cli-context.js';
import type { OperatorApplication } from './command-deps.js';
import { CommandFailure } from './command-failure.js';
import { readImportFile } from './import-file/read-import-file.js';
import { makeRowCounts } from './row-counts.js';

/** The organisations of a file. Where anything is wrong with it every fault is listed, before a database is opened. */
export async function mustReadImportFile(
  context: CliContext,
  file: string,
): Promise<readonly OrganisationImport[]> {
  const parsed = await readImportFile(file);
  if (!parsed.ok) throw refused(context, parsed.faults);
  return parsed.organisations;
}

/** Imports what was read and says what became of it, or lists every fault and writes nothing. */
export async function importRead(
  context: CliContext,
  application: Pick<OperatorApplication, 'importOrganisations'>,
  command: ImportCommand,
): Promise<void> {
  const result = await application.importOrganisations(command);
  if (!result.ok) throw refused(context, result.faults);
  sayPlans(context, result.plans);
  if (command.isDryRun) say(context, 'dry run: nothing was written');
}

function refused(context: CliContext, faults: readonly ImportFault[]): CommandFailure {
  for (const { path, problem } of faults) say(context, `${path}: ${problem}`);
  const count = faults.length === 1 ? 'one fault' : `${String(faults.length)} faults`;
  return new CommandFailure(`the file has ${count}; nothing was written`);
}

/** Each organisation, client and package by name; accounts and user products, which may be many, by number. */
function sayPlans(context: CliContext, plans: readonly ImportPlan[]): void {
  const counts = makeRowCounts((...columns) => {
    say(context, ...columns);
  });
  for (const plan of plans) counts.add(plan);
  counts.end();
}
