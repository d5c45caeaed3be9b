import type { Config } from '../config/config.js';
import { loadConfig } from '../config/load-config.js';
import type { Environment } from '../config/read-settings.js';
import type {
  Input,
  OpenApplication,
  OperatorApplication,
  Output,
  Processes,
} from './operator-application.js';
import { SettingsFailure } from './settings-failure.js';

/** What every command is handed. */
export type CliContext = {
  readonly env: Environment;
  /** Where default.json, the file of the environment and demo.json are. */
  readonly configFolder: string;
  readonly stdin: () => Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly openApplication: OpenApplication;
  readonly processes: Processes;
  /** What the process ends with once the command has returned. */
  exitWith(code: number): void;
};

/** The settings of this run; throws `SettingsFailure` with all faults. */
export function configOf(context: Pick<CliContext, 'env' | 'configFolder'>): Config {
  const loaded = loadConfig({ env: context.env, folder: context.configFolder });
  if (!loaded.ok) throw new SettingsFailure(loaded.faults);
  return loaded.config;
}

/** Runs with an application that is closed again whatever comes of it. */
export async function withApplication<Result>(
  context: CliContext,
  run: (application: OperatorApplication, config: Config) => Promise<Result>,
): Promise<Result> {
  const config = configOf(context);
  const application = await context.openApplication(config);
  try {
    return await run(application, config);
  } finally {
    await application.close();
  }
}

/** One line of answer. */
export function printLine(context: CliContext, ...columns: readonly (string | number)[]): void {
  context.stdout.write(`${columns.join('\t')}\n`);
}
