// Starts the embedded database and then ends its thread from outside, as an unexpected failure would.
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const workers = [];
threads.Worker = class extends threads.Worker {
  constructor(...given) {
    super(...given);
    workers.push(this);
  }
};
syncBuiltinESMExports();

const { start } = await import('../../dist/index.js');
await start({ path: process.argv[2], onWorkerDeath: () => process.exit(1) });
await workers[0].terminate();
