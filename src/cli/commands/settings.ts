import type { Command } from 'commander';
import { describeSettings } from '../../config/describe-settings.js';
import { configOf, say, type CliContext } from '../cli-context.js';

/** `settings`: every setting with type, default, meaning and what holds now, secrets masked. */
export function addSettings(program: Command, context: CliContext): void {
  program
    .command('settings')
    .description('print every setting: value, where it comes from, default, type, meaning')
    .action(() => {
      configOf(context);
      for (const it of describeSettings({ env: context.env, folder: context.configFolder })) {
        say(context, it.name);
        say(context, `  value    ${it.value} (${it.source})`);
        say(context, `  default  ${it.default}`);
        say(context, `  type     ${it.type}`);
        say(context, `  meaning  ${it.meaning}`);
      }
    });
}
