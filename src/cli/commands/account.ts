import type { Command } from 'commander';
import type { EraseFailure } from '../../application/erasure/erase-account.js';
import type { AccountId, OrganisationId } from '../../domain/ids.js';
import { printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { toAccountId, toOrganisationId } from '../option-parsers.js';

type EraseOptions = { organisation: OrganisationId; account: AccountId; yes: boolean };

const sentences: Readonly<Record<EraseFailure, string>> = {
  unknown_organisation: 'there is no such organisation',
  unknown_account: 'there is no such account; nothing of it is left to erase',
  user_product_living:
    'the account has a user product that is not over: let it end or be deactivated first',
  outbox_not_drained:
    'events or documents of the account cannot be written yet: look at outbox show, and try again',
  account_in_use: 'the account was written to meanwhile, and is erased in part: run this again',
};

/** `account erase --organisation ID --account ID [--yes]` (docs/decisions/11-erasure-and-retention.md). */
export function defineAccountCommand(program: Command, context: CliContext): void {
  program
    .command('account')
    .description('accounts of an organisation')
    .command('erase')
    .description(
      'erase what is personal of an account, for ever: the account, its user products and changes, and what its events say',
    )
    .requiredOption('--organisation <id>', 'whose account it is', toOrganisationId)
    .requiredOption('--account <id>', 'which account', toAccountId)
    .option('--yes', 'do it; without this it is only looked whether it may be done', false)
    .action((options: EraseOptions) => erase(context, options));
}

function erase(
  context: CliContext,
  { organisation: organisationId, account: accountId, yes }: EraseOptions,
): Promise<void> {
  return withApplication(context, async (application) => {
    const command = { organisationId, accountId, isDryRun: !yes };
    const erased = await application.eraseAccount(command);
    if (!erased.ok) throw new CommandFailure(sentences[erased.failure]);
    printLine(context, 'user products', erased.userProducts);
    if (!yes) throw new CommandFailure('nothing was erased: say --yes to erase it for ever');
    printLine(context, 'changes', erased.changes);
    printLine(context, 'events', erased.events);
    printLine(context, 'account', accountId, 'erased');
  });
}
