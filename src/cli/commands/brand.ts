import type { Command } from 'commander';
import type { OrganisationId } from '../../domain/ids.js';
import { configOf, printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { readLogo } from '../import-file/read-logo.js';
import { toOrganisationId } from '../option-parsers.js';

const sentences = {
  unknown_organisation: 'there is no such organisation',
  settings_moved: 'somebody else saved the brand in between: nothing was written, run it again',
} as const;

/** `brand logo FILE --organisation ID` (docs/spec/operations.md §1). */
export function defineBrandCommand(program: Command, context: CliContext): void {
  program
    .command('brand')
    .description('how the pages of an organisation look')
    .command('logo')
    .description('put a picture on the pages of an organisation')
    .argument('<file>', 'a PNG or a WebP, at most 100 kB')
    .requiredOption('--organisation <id>', 'whose pages', toOrganisationId)
    .action((file: string, { organisation }: { readonly organisation: OrganisationId }) =>
      setLogo(context, file, organisation),
    );
}

async function setLogo(
  context: CliContext,
  file: string,
  organisationId: OrganisationId,
): Promise<void> {
  configOf(context);
  const read = await readLogo(file);
  if (!read.ok) throw new CommandFailure(`the logo ${read.problem}`);
  await withApplication(context, async (application) => {
    const result = await application.setLogo({ organisationId, logo: read.logo });
    if (!result.ok) throw new CommandFailure(sentences[result.failure]);
    printLine(context, 'logo', organisationId, read.logo.type);
  });
}
