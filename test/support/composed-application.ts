import type { Log } from '../../src/application/ports/log.js';
import { type Application, compose } from '../../src/composition/compose.js';
import { loadConfig } from '../../src/config/load-config.js';
import { generateTokenKeys, parseTokenKeys } from '../../src/credentials/token-keys.js';

/**
 * The product as `serve` starts it on this database, with keys of its own. Its worker is not started, so what a request
 * writes is written when it is answered.
 */
export async function composeApplication(
  uri: string,
  log: Log,
  more: Readonly<Record<string, string>> = {},
): Promise<Application> {
  const env = { APP_ENV: 'test', RATE_LIMIT_PER_MINUTE: '1000000', ...more };
  const loaded = loadConfig({ env, folder: 'config' });
  const parsed = parseTokenKeys(generateTokenKeys());
  if (!loaded.ok || !parsed.ok) throw new Error('the settings of a test do not hold');
  return compose({ config: loaded.config, uri, keys: parsed.keys, log });
}
