import type { Application } from '../composition/compose.js';
import type { Config } from '../config/config.js';
import type { Output } from '../cli/operator-application.js';
import { addressOf } from './greeting.js';
import { listenOn } from './listen-on.js';

/** The port for operators, where there is one; it closes with the application. */
export async function startMetrics(
  { stdout }: { readonly stdout: Output },
  { metrics }: Pick<Application, 'metrics'>,
  { host, metricsPort }: Config,
): Promise<void> {
  if (metrics === null) return;
  const address = addressOf(await listenOn(metrics, { host, port: metricsPort }));
  stdout.write(`Metrics are at ${address}/metrics\n`);
}
