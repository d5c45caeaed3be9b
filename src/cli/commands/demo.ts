import path from 'node:path';
import type { Command } from 'commander';
import type { OrganisationImport } from '../../application/import/organisation-import.js';
import { configOf, printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { documentSource, readDocument } from '../import-file/read-document.js';
import { refuseFile, runImport } from '../run-import.js';

/**
 * `demo load|reset` (docs/spec/operations.md §5). In development and test alone: the demo client's secret is public.
 */
export function defineDemoCommand(program: Command, context: CliContext): void {
  const demo = program.command('demo').description('the demo organisations of config/demo.json');
  demo
    .command('load')
    .description('import the demo data; what is there already is left alone')
    .action(() => load(context));
  demo
    .command('reset')
    .description(
      'remove everything of the demo organisations, and of no other, and import them again',
    )
    .action(() => reset(context));
}

async function load(context: CliContext): Promise<void> {
  const organisations = await readDemo(context);
  await withApplication(context, (application) =>
    runImport(context, application, { source: documentSource(organisations), isDryRun: false }),
  );
}

/** Only the organisations that the file names, only where none of them is live, and only once the file is known good. */
async function reset(context: CliContext): Promise<void> {
  const organisations = await readDemo(context);
  await withApplication(context, async (application) => {
    const removed = await application.removeOrganisations(
      organisations.map((it) => it.organisation.id),
    );
    if (!removed.ok) {
      throw new CommandFailure(`organisation ${removed.organisationId} is live: it is no demo`);
    }
    printLine(context, 'removed', `${String(removed.documents)} documents`);
    const source = documentSource(organisations);
    await runImport(context, application, { source, isDryRun: false });
  });
}

async function readDemo(context: CliContext): Promise<readonly OrganisationImport[]> {
  const { appEnv } = configOf(context);
  if (appEnv !== 'development' && appEnv !== 'test') {
    throw new CommandFailure('the demo data belongs in development and test only');
  }
  const document = await readDocument(path.join(context.configFolder, 'demo.json'));
  if (!document.ok) throw refuseFile(context, document.faults);
  return document.organisations;
}
