import type { Command } from 'commander';
import { configOf, withApplication, type CliContext } from '../cli-context.js';
import { importRead, mustReadImportFile } from '../import-and-report.js';
import { isRowsFile } from '../import-file/is-rows-file.js';
import { importRows } from '../import-rows.js';

/** `import FILE [--dry-run]` (spec/operations.md §4). */
export function addImport(program: Command, context: CliContext): void {
  program
    .command('import')
    .description(
      'bring organisations, clients, packages, accounts and user products from a JSON or NDJSON file',
    )
    .argument('<file>', 'one JSON document, or NDJSON: a row a line, which names its sort in "row"')
    .option('--dry-run', 'check everything, print what would change, write nothing', false)
    .action(async (file: string, { dryRun: isDryRun }: { dryRun: boolean }) => {
      configOf(context);
      if (await isRowsFile(file)) {
        await withApplication(context, (application) =>
          importRows(context, application, { file, isDryRun }),
        );
        return;
      }
      const organisations = await mustReadImportFile(context, file);
      await withApplication(context, (application) =>
        importRead(context, application, { organisations, isDryRun }),
      );
    });
}
