import { Command, CommanderError } from 'commander';
import type { CliContext } from './cli-context.js';
import { addAccount } from './commands/account.js';
import { addChange } from './commands/change.js';
import { addClient } from './commands/client.js';
import { addClock } from './commands/clock.js';
import { addDemo } from './commands/demo.js';
import { addEmbeddedMongo } from './commands/embedded-mongo.js';
import { addExport } from './commands/export.js';
import { addImport } from './commands/import.js';
import { addOutbox } from './commands/outbox.js';
import { addServe } from './commands/serve.js';
import { addSettings } from './commands/settings.js';
import { addToken } from './commands/token.js';
import { addVerify } from './commands/verify.js';
import { addWebhook } from './commands/webhook.js';
import { addWorker } from './commands/worker.js';
import { failureLine } from './failure-line.js';
import { SettingsFailure } from './settings-failure.js';

export type RunCli = Omit<CliContext, 'exitWith'> & {
  /** The words after the program's own name. */
  readonly argv: readonly string[];
};

const commands = [
  addServe,
  addWorker,
  addEmbeddedMongo,
  addImport,
  addExport,
  addAccount,
  addChange,
  addClient,
  addWebhook,
  addClock,
  addDemo,
  addSettings,
  addVerify,
  addOutbox,
  addToken,
];

/**
 * Runs one command and answers the exit code (spec/operations.md §1): 0 done, 1 refused or failed with one line on
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
  for (const add of commands) add(program, context);
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
