import type { Command } from 'commander';
import { configOf, type CliContext } from '../cli-context.js';

/** `serve [--no-worker]`: the gateway, with the worker in the same process unless told otherwise. */
export function defineServeCommand(program: Command, context: CliContext): void {
  program
    .command('serve')
    .description('run the gateway, its worker and, without MONGODB_URI, the embedded database')
    .option('--no-worker', 'only answer HTTP, whatever WORKER says')
    .action(async (options: { worker: boolean }) => {
      const config = configOf(context);
      const worker = options.worker && config.worker;
      context.exitWith(await context.processes.serve(config, { worker }));
    });
}
