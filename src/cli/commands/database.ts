import type { Command } from 'commander';
import { hideCredentials } from '../../config/hide-credentials.js';
import { addressForShell } from '../address-for-shell.js';
import { configOf, printLine, type CliContext } from '../cli-context.js';
import { CommandFailure } from '../command-failure.js';

/** `database`: the address of the database that is used, with its name, as mongosh takes it (docs/spec/operations.md §1). */
export function defineDatabaseCommand(program: Command, context: CliContext): void {
  program
    .command('database')
    .description('print the connection string of the database that is used, to paste into mongosh')
    .action(async () => {
      const config = configOf(context);
      const uri = await context.processes.findDatabase(config);
      if (uri === null) {
        throw new CommandFailure(
          `no server runs on ${config.dataDir}: start one, or run \`embedded-mongo --port 27017\``,
        );
      }
      // What the embedded database says is its own; a password of MONGODB_URI is somebody's.
      const address = addressForShell(uri);
      printLine(context, config.mongodbUri === null ? address : hideCredentials(address));
    });
}
