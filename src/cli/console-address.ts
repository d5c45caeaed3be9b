import type { Config } from '../config/config.js';

/** What stands before the paths of the console. Passkeys want a host name, so on this machine it is `localhost`. */
export function consoleAddress({
  publicBaseUrl,
  port,
}: Pick<Config, 'publicBaseUrl' | 'port'>): string {
  return publicBaseUrl ?? `http://localhost:${String(port)}`;
}
