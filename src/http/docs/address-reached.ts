import type { Socket } from 'node:net';

type Reached = Pick<Socket, 'localAddress' | 'localPort'>;

/**
 * Where this very connection came in, whatever `HOST` and `PORT` say: `http://127.0.0.1:8080`. Not what the client calls
 * it, which it may make up.
 */
export function addressReached({ localAddress = '127.0.0.1', localPort }: Reached): string {
  const address = localAddress.replace(/^::ffff:(?=\d)/, '');
  const host = address.includes(':') ? `[${address}]` : address;
  return `http://${host}:${String(localPort)}`;
}
