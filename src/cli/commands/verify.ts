import type { Command } from 'commander';
import type { OrganisationId } from '../../domain/ids.js';
import { type Finding, isWarning } from '../../application/verification/finding.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { toOrganisationId } from '../option-parsers.js';

/**
 * `verify [--organisation ID]`: one line for each promise that does not hold, and exit 1; else exit 0. A warning has a line
 * too, and is no failure.
 */
export function defineVerifyCommand(program: Command, context: CliContext): void {
  program
    .command('verify')
    .description('walk the database and report every promise that does not hold; repairs nothing')
    .option('--organisation <id>', 'only this organisation', toOrganisationId)
    .action((options: { organisation?: OrganisationId }) =>
      withApplication(context, async (application) => {
        let failures = 0;
        let warnings = 0;
        const result = await application.verifyInstallation({
          organisationId: options.organisation ?? 'all',
          report: (finding) => {
            if (isWarning(finding)) warnings += 1;
            else failures += 1;
            printLine(context, lineOf(finding));
          },
        });
        if (!result.ok) throw new CommandFailure('there is no such organisation');
        if (failures > 0) {
          throw new CommandFailure(`${String(failures)} promises do not hold, listed on stdout`);
        }
        const { organisations, userProducts } = result;
        const seen = `${String(organisations)} organisations, ${String(userProducts)} user products`;
        const warned = warnings === 0 ? '' : `, ${String(warnings)} warnings`;
        printLine(context, `all promises hold: ${seen}${warned}`);
      }),
    );
}

function lineOf({ promise, organisationId, facts }: Finding): string {
  const named = Object.entries(facts).map(([name, value]) => `${name}=${String(value)}`);
  const organisation = organisationId === null ? [] : [`organisation_id=${organisationId}`];
  return [promise, ...organisation, ...named].join('\t');
}
