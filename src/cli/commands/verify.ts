import type { Command } from 'commander';
import type { OrganisationId } from '../../domain/ids.js';
import type { Finding } from '../../application/verification/finding.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { toOrganisationId } from '../option-parsers.js';

/** `verify [--organisation ID]`: one line for each promise that does not hold, and exit 1; else exit 0. */
export function defineVerifyCommand(program: Command, context: CliContext): void {
  program
    .command('verify')
    .description('walk the database and report every promise that does not hold; repairs nothing')
    .option('--organisation <id>', 'only this organisation', toOrganisationId)
    .action((options: { organisation?: OrganisationId }) =>
      withApplication(context, async (application) => {
        let count = 0;
        const result = await application.verifyInstallation({
          organisationId: options.organisation ?? 'all',
          report: (finding) => {
            count += 1;
            printLine(context, lineOf(finding));
          },
        });
        if (!result.ok) throw new CommandFailure('there is no such organisation');
        if (count > 0) {
          throw new CommandFailure(`${String(count)} promises do not hold, listed on stdout`);
        }
        const { organisations, userProducts } = result;
        printLine(
          context,
          `all promises hold: ${String(organisations)} organisations, ${String(userProducts)} user products`,
        );
      }),
    );
}

function lineOf({ promise, organisationId, facts }: Finding): string {
  const named = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
  const organisation = organisationId === null ? [] : [`organisation_id=${organisationId}`];
  return [promise, ...organisation, ...named].join('\t');
}
