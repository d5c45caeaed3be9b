import type { ImportCommand } from '../application/import/import-organisations.js';
import type { ImportFault, OrganisationImport } from '../application/import/organisation-import.js';
import type { ImportPlan } from '../application/import/plan-import.js';
import { say, type CliContext } from './cli-context.js';
import type { OperatorApplication } from './command-deps.js';
import { CommandFailure } from './command-failure.js';
import { readImportFile } from './import-file/read-import-file.js';

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
  for (const plan of result.plans) sayPlan(context, plan);
  if (command.isDryRun) say(context, 'dry run: nothing was written');
}

function refused(context: CliContext, faults: readonly ImportFault[]): CommandFailure {
  for (const { path, problem } of faults) say(context, `${path}: ${problem}`);
  const count = faults.length === 1 ? 'one fault' : `${String(faults.length)} faults`;
  return new CommandFailure(`the file has ${count}; nothing was written`);
}

/** Each organisation, client and package by name; accounts and user products, which may be many, by number. */
function sayPlan(context: CliContext, plan: ImportPlan): void {
  const { file, accounts, userProducts } = plan;
  say(context, 'organisation', file.organisation.id, plan.organisation);
  for (const { client, fate } of plan.clients) say(context, 'client', client.id, fate);
  for (const it of plan.packages) say(context, 'package', it.package.code, it.fate);
  sayRows(context, 'accounts', { created: accounts.length, all: file.accounts.length });
  sayRows(context, 'user products', {
    created: userProducts.length,
    all: file.userProducts.length,
  });
}

function sayRows(context: CliContext, rows: string, count: { created: number; all: number }): void {
  const kept = count.all - count.created;
  say(context, rows, `${String(count.created)} created`, `${String(kept)} kept as they are`);
}
