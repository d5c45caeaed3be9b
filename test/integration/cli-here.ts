import { makeLog } from '../../src/observability/log.js';
import { openOperatorApplication } from '../../src/process/open-operator-application.js';
import { runCli } from '../../src/cli/run-cli.js';
import type { Ended } from './cli-process.js';

const notHere = (): never => {
  throw new Error('a process of its own is started by cli-process');
};

/**
 * Runs a command as `node dist/main.js` does, to its end, but in this process: it opens the same database by the same
 * settings, and a start costs nothing. What is logged is silent unless it is a failure of the command.
 */
export async function runHere(
  argv: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const into = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
      return true;
    },
  });
  const [stdout, stderr] = [into('stdout'), into('stderr')];
  const stream = stderr;
  const deps = {
    ...{ configFolder: 'config', stdout, stopped: new Promise<void>(() => undefined) },
    makeLog: ({ logLevel }: { logLevel: Parameters<typeof makeLog>[0]['level'] }) =>
      makeLog({ level: logLevel, stream }),
    onWorkerDeath: (error: Error) => {
      throw error;
    },
  };
  const code = await runCli({
    ...{ argv, env, configFolder: 'config', stdout, stderr, stdin: notHere },
    openApplication: (config) => openOperatorApplication(deps, config),
    processes: { serve: notHere, worker: notHere, findDatabase: notHere, embeddedMongo: notHere },
  });
  return { code, ...written };
}
