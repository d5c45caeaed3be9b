import { fileURLToPath } from 'node:url';
import { openOperatorApplication } from './process/open-operator-application.js';
import { serve, type ProcessDeps } from './process/serve.js';
import { serveEmbeddedMongo } from './process/serve-embedded-mongo.js';
import { tellDatabase } from './process/tell-database.js';
import { work } from './process/work.js';
import { runCli } from './cli/run-cli.js';
import { makeLog } from './observability/log.js';

const oneWishMs = 1_000;

/** The process: the only reader of the environment, of signals and of what the command line says. */
const stopped = new Promise<void>((resolve) => {
  let firstAt: number | undefined;
  const stop = (): void => {
    // A terminal tells everybody at once, and npm tells us again what it was told: that is one wish to stop.
    if (firstAt !== undefined && performance.now() - firstAt > oneWishMs) process.exit(1);
    firstAt ??= performance.now();
    resolve();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
});

const configFolder = fileURLToPath(new URL('../config', import.meta.url));

const deps: ProcessDeps = {
  configFolder,
  stdout: process.stdout,
  makeLog: ({ logLevel }) => makeLog({ level: logLevel }),
  stopped,
  onWorkerDeath: ({ message }) => {
    process.stderr.write(
      `the embedded database has died, what it acknowledged is safe: ${message}\n`,
    );
    process.exit(1);
  },
};

// Whoever reads what we print may stop before its end, as `head` does: nobody is left to tell.
process.stdout.once('error', () => {
  process.exit(1);
});

process.exitCode = await runCli({
  argv: process.argv.slice(2),
  env: process.env,
  configFolder,
  stdin: () => process.stdin as AsyncIterable<Uint8Array>,
  stdout: process.stdout,
  stderr: process.stderr,
  openApplication: (config) => openOperatorApplication(deps, config),
  processes: {
    serve: (config, options) => serve(deps, config, options),
    worker: (config) => work(deps, config),
    findDatabase: tellDatabase,
    embeddedMongo: (config, options) => serveEmbeddedMongo(deps, config, options),
  },
});
