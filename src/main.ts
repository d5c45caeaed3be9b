import { fileURLToPath } from 'node:url';
import type { ProcessDeps } from './process/serve.js';
import { runCli } from './cli/run-cli.js';

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

const deps: Omit<ProcessDeps, 'makeLog'> = {
  configFolder,
  stdout: process.stdout,
  stopped,
  onWorkerDeath: ({ message }) => {
    process.stderr.write(
      `the embedded database has died, what it acknowledged is safe: ${message}\n`,
    );
    process.exit(1);
  },
};

/** What a command asks for is loaded when it asks: one that asks for nothing answers at once. */
async function processDeps(): Promise<ProcessDeps> {
  const { makeLog } = await import('./observability/log.js');
  return { ...deps, makeLog: ({ logLevel }) => makeLog({ level: logLevel }) };
}

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
  openApplication: async (config) => {
    const { openOperatorApplication } = await import('./process/open-operator-application.js');
    return openOperatorApplication(await processDeps(), config);
  },
  processes: {
    serve: async (config, options) => {
      const { serve } = await import('./process/serve.js');
      return serve(await processDeps(), config, options);
    },
    worker: async (config) => {
      const { work } = await import('./process/work.js');
      return work(await processDeps(), config);
    },
    findDatabase: async (config) => {
      const { tellDatabase } = await import('./process/tell-database.js');
      return tellDatabase(config);
    },
    embeddedMongo: async (config, options) => {
      const { serveEmbeddedMongo } = await import('./process/serve-embedded-mongo.js');
      return serveEmbeddedMongo(await processDeps(), config, options);
    },
  },
});
