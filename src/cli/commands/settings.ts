import type { Command } from 'commander';
import { describeSettings } from '../../config/describe-settings.js';
import { configOf, printLine, type CliContext } from '../cli-context.js';

/** `settings`: every setting with type, default, meaning and what holds now, secrets masked. */
export function defineSettingsCommand(program: Command, context: CliContext): void {
  program
    .command('settings')
    .description('print every setting: value, where it comes from, default, type, meaning')
    .action(() => {
      configOf(context);
      for (const it of describeSettings({ env: context.env, folder: context.configFolder })) {
        printLine(context, it.name);
        printLine(context, `  value    ${it.value} (${it.source})`);
        printLine(context, `  default  ${it.default}`);
        printLine(context, `  type     ${it.type}`);
        printLine(context, `  meaning  ${it.meaning}`);
      }
    });
}
