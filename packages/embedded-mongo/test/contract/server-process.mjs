// The embedded database in a process of its own, so that a test can kill it at any moment:
//   node server-process.mjs '{"path": "…", "publish": true}'
// Prints one line of JSON when it listens, or when it could not start; ends at SIGTERM or when stdin closes.
import { EmbeddedMongoError, start } from '../../dist/index.js';

const options = JSON.parse(process.argv[2]);

try {
  const server = await start({
    ...options,
    onWorkerDeath: () => process.exit(1),
  });
  process.stdout.write(`${JSON.stringify({ uri: server.uri, instance: server.instance })}\n`);
  const close = () => void server.close().then(() => process.exit(0));
  process.once('SIGTERM', close);
  process.stdin.once('end', close).resume();
} catch (error) {
  if (!(error instanceof EmbeddedMongoError)) throw error;
  process.stdout.write(`${JSON.stringify({ reason: error.reason, message: error.message })}\n`);
  process.exitCode = 1;
}
