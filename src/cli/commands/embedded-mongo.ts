import type { Command } from 'commander';
import { configOf, type CliContext } from '../cli-context.js';
import { toWholeNumber } from '../option-parsers.js';

/** `embedded-mongo --port N`: the database of DATA_DIR alone, on loopback, for outside tools. */
export function defineEmbeddedMongoCommand(program: Command, context: CliContext): void {
  program
    .command('embedded-mongo')
    .description(
      'run the embedded database alone; prints its connection string, with the password it wants',
    )
    .requiredOption(
      '--port <n>',
      'TCP port on 127.0.0.1; 0 takes any free one',
      toWholeNumber(0, 65_535),
    )
    .action(async (options: { port: number }) => {
      context.exitWith(await context.processes.embeddedMongo(configOf(context), options));
    });
}
