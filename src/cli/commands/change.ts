import type { Command } from 'commander';
import type { ChangeId, OrganisationId } from '../../domain/ids.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { toChangeId, toOrganisationId } from '../option-parsers.js';

type UndoOptions = {
  readonly organisation: OrganisationId;
  readonly change: ChangeId;
  readonly by: string;
};

const sentences = {
  unknown: 'there is no such change in this organisation',
  never_took_effect: 'this change never took effect: there is nothing to undo',
  not_the_last: 'something has changed the subscription since: correct it by another change',
  money_moved: 'money has moved since (a period was sold): correct it by another change',
  edited_since: 'its dates or its type were set since: correct it by another change',
  too_late: 'the period that it was changed from has ended: correct it by another change',
} as const;

/** `change undo --organisation ID --change ID --by WHO`: an operator's correction of a mistaken change. */
export function defineChangeCommand(program: Command, context: CliContext): void {
  const change = program.command('change').description('corrections of changes');
  change
    .command('undo')
    .description('take a mistaken change back: one that waits, or one that has taken effect')
    .requiredOption('--organisation <id>', 'whose change', toOrganisationId)
    .requiredOption(
      '--change <id>',
      'as the changes and the events of a subscription name it',
      toChangeId,
    )
    .requiredOption('--by <name>', 'who corrects; kept with the correction')
    .action(({ organisation, change: changeId, by }: UndoOptions) =>
      withApplication(context, async (application) => {
        const requestedBy = `operator:${by}` as const;
        const command = { organisationId: organisation, changeId, requestedBy };
        const result = await application.undoChange(command);
        if (!result.ok) throw new CommandFailure(sentences[result.failure]);
        printLine(
          context,
          'undone',
          result.was === 'pending' ? 'it no longer waits' : 'it has ended',
        );
        printLine(context, 'user product', result.id);
      }),
    );
}
