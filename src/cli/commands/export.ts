import type { Command } from 'commander';
import type { OrganisationId } from '../../domain/ids.js';
import { withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { toFileLine } from '../export-file/to-file-line.js';
import { toOrganisationId } from '../option-parsers.js';

/** `export [--organisation ID]`: NDJSON on stdout, in the form that `import` reads (docs/spec/operations.md §4). */
export function defineExportCommand(program: Command, context: CliContext): void {
  program
    .command('export')
    .description(
      'write organisations, clients without their secrets, packages, product groups, accounts, billing documents and user products as NDJSON',
    )
    .option('--organisation <id>', 'only this organisation', toOrganisationId)
    .action((options: { organisation?: OrganisationId }) =>
      withApplication(context, async (application) => {
        const exported = await application.exportOrganisations(options.organisation ?? 'all');
        if (!exported.ok) throw new CommandFailure('there is no such organisation');
        for await (const page of exported.pages) {
          context.stdout.write(page.map(toFileLine).join(''));
        }
      }),
    );
}
