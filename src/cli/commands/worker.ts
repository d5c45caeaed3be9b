import type { Command } from 'commander';
import { configOf, type CliContext } from '../cli-context.js';

/** `worker`: period ends and the outbox, without HTTP. */
export function defineWorkerCommand(program: Command, context: CliContext): void {
  program
    .command('worker')
    .description('run the worker alone: period ends and the outbox')
    .action(async () => {
      context.exitWith(await context.processes.worker(configOf(context)));
    });
}
