import type { Config } from './config.js';

const ownNames: ReadonlySet<string> = new Set(['0.0.0.0', '::', '127.0.0.1', '::1']);

type Listening = Pick<Config, 'host' | 'port'>;

/**
 * What stands before the paths of pages where no setting says so: the address that the process listens on. On this machine
 * it is called `localhost`, because passkeys need a name (docs/spec/pages.md §17).
 *
 * Example: 127.0.0.1 and 8080 are `http://localhost:8080`.
 */
export function pagesAddressOf({ host, port }: Listening): string {
  const name = ownNames.has(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${String(port)}`;
}
