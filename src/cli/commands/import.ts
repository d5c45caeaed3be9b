import type { Command } from 'commander';
import { configOf, withApplication, type CliContext } from '../cli-context.js';
import { importRead, mustReadImportFile } from '../import-and-report.js';

/** `import FILE [--dry-run]` (spec/operations.md §4). */
export function addImport(program: Command, context: CliContext): void {
  program
    .command('import')
    .description(
      'bring organisations, clients, packages, accounts and user products from a JSON file',
    )
    .argument('<file>', 'one JSON document')
    .option('--dry-run', 'check everything, print what would change, write nothing', false)
    .action(async (file: string, options: { dryRun: boolean }) => {
      configOf(context);
      const organisations = await mustReadImportFile(context, file);
      const { dryRun: isDryRun } = options;
      await withApplication(context, (application) =>
        importRead(context, application, { organisations, isDryRun }),
      );
    });
}
