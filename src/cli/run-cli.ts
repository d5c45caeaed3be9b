import { Command, CommanderError } from 'commander';
import type { CliContext } from './cli-context.js';
import { defineAccountCommand } from './commands/account.js';
import { defineBrandCommand } from './commands/brand.js';
import { defineChangeCommand } from './commands/change.js';
import { defineClientCommand } from './commands/client.js';
import { defineClockCommand } from './commands/clock.js';
import { defineDatabaseCommand } from './commands/database.js';
import { defineDemoCommand } from './commands/demo.js';
import { defineEmbeddedMongoCommand } from './commands/embedded-mongo.js';
import { defineExportCommand } from './commands/export.js';
import { defineImportCommand } from './commands/import.js';
import { defineOperatorCommand } from './commands/operator.js';
import { defineOutboxCommand } from './commands/outbox.js';
import { definePortalCommand } from './commands/portal.js';
import { defineServeCommand } from './commands/serve.js';
import { defineSettingsCommand } from './commands/settings.js';
import { defineTokenCommand } from './commands/token.js';
import { defineVerifyCommand } from './commands/verify.js';
import { defineWebhookCommand } from './commands/webhook.js';
import { defineWorkerCommand } from './commands/worker.js';
import { failureLine } from './failure-line.js';
import { SettingsFailure } from './settings-failure.js';

export type RunCli = Omit<CliContext, 'exitWith'> & {
  /** The words after the program's own name. */
  readonly argv: readonly string[];
};

const commands = [
  defineServeCommand,
  defineWorkerCommand,
  defineEmbeddedMongoCommand,
  defineImportCommand,
  defineExportCommand,
  defineAccountCommand,
  defineBrandCommand,
  defineChangeCommand,
  defineClientCommand,
  defineOperatorCommand,
  defineWebhookCommand,
  defineClockCommand,
  definePortalCommand,
  defineDemoCommand,
  defineSettingsCommand,
  defineDatabaseCommand,
  defineVerifyCommand,
  defineOutboxCommand,
  defineTokenCommand,
];

/**
 * Runs one command and answers the exit code (docs/spec/operations.md §1): 0 done, 1 refused or failed with one line on
 * stderr, 2 bad usage or faulty settings. Throws nothing.
 */
export async function runCli({ argv, ...given }: RunCli): Promise<number> {
  let exitCode = 0;
  const context: CliContext = {
    ...given,
    exitWith: (code) => {
      exitCode = code;
    },
  };
  try {
    await makeProgram(context).parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (error) {
    return fail(context, error);
  }
}

function makeProgram(context: CliContext): Command {
  const program = new Command('cli')
    .description('The change-product gateway: its processes and what an operator does with them.')
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    });
  for (const define of commands) define(program, context);
  return program;
}

/** Commander has said by then what was wrong with the words; `--help` is no failure. */
function fail(context: CliContext, error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof SettingsFailure) {
    for (const { setting, problem } of error.faults) {
      context.stderr.write(`${setting} ${problem}\n`);
    }
    return 2;
  }
  context.stderr.write(`${failureLine(error)}\n`);
  return 1;
}
