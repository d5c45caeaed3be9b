import type { Config } from '../config/config.js';
import { pagesAddressOf } from '../config/page-addresses.js';

/** What stands before the paths of the console. */
export function consoleAddress({
  consoleBaseUrl,
  ...listening
}: Pick<Config, 'consoleBaseUrl' | 'host' | 'port'>): string {
  return consoleBaseUrl ?? pagesAddressOf(listening);
}
