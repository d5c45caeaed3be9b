import type { Command } from 'commander';
import { configOf, withApplication, type CliContext } from '../cli-context.js';
import { openImportFile } from '../import-file/open-import-file.js';
import { refuseFile, runImport } from '../run-import.js';

/** `import FILE [--dry-run]` (docs/spec/operations.md §4). */
export function defineImportCommand(program: Command, context: CliContext): void {
  program
    .command('import')
    .description(
      'bring organisations, clients, packages, product groups, accounts, billing documents and user products from a JSON or NDJSON file',
    )
    .argument('<file>', 'one JSON document, or NDJSON: a row a line, which names its sort in "row"')
    .option('--dry-run', 'check everything, print what would change, write nothing', false)
    .action(async (file: string, { dryRun: isDryRun }: { dryRun: boolean }) => {
      configOf(context);
      const opened = await openImportFile(file);
      if (!opened.ok) throw refuseFile(context, opened.faults);
      const { source } = opened;
      await withApplication(context, (application) =>
        runImport(context, application, { source, isDryRun }),
      );
    });
}
