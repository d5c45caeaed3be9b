import type { Command } from 'commander';
import type { OrganisationId } from '../../domain/ids.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { Instant } from '../../domain/time/instant.js';
import { applyRelativeDate, type RelativeDate } from '../../domain/time/relative-date.js';
import type { OperatorApplication } from '../operator-application.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { mustHaveOrganisation } from '../must-have-organisation.js';
import { toForwardStep, toInstantOption, toOrganisationId } from '../option-parsers.js';

const sentences = {
  organisation_is_live: 'this organisation is live: its clock is real time',
  clock_moves_forward_only: 'a test clock that was set only moves forward',
  clock_step_too_long:
    'a step ends at most 10,000 periods and goes at most 50 years ahead: go in smaller steps',
} as const;

/** `clock show|set|advance --organisation ID [--to ISO | --by 1M]` (docs/spec/operations.md §6). */
export function defineClockCommand(program: Command, context: CliContext): void {
  const clock = program
    .command('clock')
    .description('the test clock of an organisation that is not live');
  defineShowCommand(clock, context);
  defineSetCommand(clock, context);
  defineAdvanceCommand(clock, context);
}

function defineShowCommand(clock: Command, context: CliContext): void {
  ofOrganisation(clock, 'show', 'what time it is for the organisation').action(
    (options: { organisation: OrganisationId }) =>
      withApplication(context, async (application) => {
        const { now, timeZone } = await read(application, options.organisation);
        printLine(context, 'now', formatInstant(now, timeZone));
      }),
  );
}

function defineSetCommand(clock: Command, context: CliContext): void {
  ofOrganisation(clock, 'set', 'set the clock, and apply everything that is due by then')
    .requiredOption('--to <instant>', 'such as 2026-12-01T00:00:00+01:00', toInstantOption)
    .action((options: { organisation: OrganisationId; to: Instant }) =>
      withApplication(context, async (application) => {
        await read(application, options.organisation);
        await set(context, application, { organisationId: options.organisation, at: options.to });
      }),
    );
}

function defineAdvanceCommand(clock: Command, context: CliContext): void {
  ofOrganisation(clock, 'advance', 'move the clock ahead, and apply everything that is due by then')
    .requiredOption(
      '--by <step>',
      'in days, weeks, months or years: 10D, 2W, 1M, 1Y',
      toForwardStep,
    )
    .action((options: { organisation: OrganisationId; by: RelativeDate }) =>
      withApplication(context, async (application) => {
        const { now, timeZone } = await read(application, options.organisation);
        const at = applyRelativeDate(options.by, now, timeZone);
        await set(context, application, { organisationId: options.organisation, at });
      }),
    );
}

function ofOrganisation(clock: Command, name: string, description: string): Command {
  return clock
    .command(name)
    .description(description)
    .requiredOption('--organisation <id>', 'whose clock', toOrganisationId);
}

async function read(application: OperatorApplication, organisationId: OrganisationId) {
  await mustHaveOrganisation(application, organisationId);
  const reading = await application.readTestClock({ organisationId });
  if (!reading.ok) throw new CommandFailure(sentences[reading.failure]);
  return reading;
}

async function set(
  context: CliContext,
  application: OperatorApplication,
  wanted: { organisationId: OrganisationId; at: Instant },
): Promise<void> {
  const result = await application.setTestClock(wanted);
  if (!result.ok) throw new CommandFailure(sentences[result.failure]);
  printLine(context, 'now', formatInstant(result.now, result.timeZone));
  printLine(context, 'applied', result.applied);
}
