import type { Command } from 'commander';
import { isIdentityScope } from '../../application/authorization/identity-scope.js';
import { toClientId, type AccountId } from '../../domain/ids.js';
import { configOf, printLine, withApplication, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';
import { toAccountId, toScopes, toWholeNumber } from '../option-parsers.js';

type TokenOptions = {
  client: string;
  scope?: readonly string[];
  account?: AccountId;
  expiresIn: number;
};

const aMonthInSeconds = 31 * 86_400;

/** `token`: one bearer token and nothing else, for trying things out; elsewhere clients use the token endpoint. */
export function defineTokenCommand(program: Command, context: CliContext): void {
  program
    .command('token')
    .description('print one bearer token and nothing else; in development and test only')
    .option('--client <id>', 'whose token', 'demo')
    .option(
      '--scope <scopes>',
      'separated by spaces; unless given all that the client has, of an identity token those under /me',
      toScopes,
    )
    .option('--account <id>', 'makes it an identity token of this account', toAccountId)
    .option('--expires-in <seconds>', 'how long it holds', toWholeNumber(1, aMonthInSeconds), 3_600)
    .action(async (options: TokenOptions) => {
      const { appEnv } = configOf(context);
      if (appEnv !== 'development' && appEnv !== 'test') {
        throw new CommandFailure(
          'tokens are printed in development and test only: use the token endpoint',
        );
      }
      await withApplication(context, async ({ clients, accessTokens }) => {
        const client = await clients.find(toClientId(options.client));
        if (client === null) throw new CommandFailure('there is no such client');
        if (client.disabled) throw new CommandFailure('this client is disabled');
        const scopes = scopesFor(options, client.scopes);
        const { id: clientId, organisationId } = client;
        const claims = { clientId, organisationId, scopes, accountId: options.account ?? null };
        printLine(context, accessTokens.issue(claims, options.expiresIn));
      });
    });
}

/** What is asked for, where the client holds it; by default what a token of that sort can use. */
function scopesFor({ scope, account }: TokenOptions, held: readonly string[]): readonly string[] {
  const usable = account === undefined ? held : held.filter(isIdentityScope);
  const scopes = scope ?? usable;
  if (!scopes.every((it) => held.includes(it))) {
    throw new CommandFailure(`the client's scopes are: ${held.join(' ')}`);
  }
  if (account !== undefined && scopes.length === 0) {
    throw new CommandFailure('the client has no scope of /external/me/…');
  }
  return scopes;
}
