import type { AddressInfo } from 'node:net';
import { CommandFailure } from '../cli/command-failure.js';

type ListenAddress = { readonly host: string; readonly port: number };

/** Listens there, or throws a `CommandFailure` that says in one sentence why not. */
export async function listenOn(
  server: { listen(at: ListenAddress): Promise<AddressInfo> },
  { host, port }: ListenAddress,
): Promise<AddressInfo> {
  try {
    return await server.listen({ host, port });
  } catch (error) {
    throw listenFailure((error as NodeJS.ErrnoException).code, `${host}:${String(port)}`);
  }
}

function listenFailure(code: string | undefined, address: string): CommandFailure {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: 'is in use: another process listens there',
    EACCES: 'may not be used by this user',
    EADDRNOTAVAIL: 'is no address of this machine',
  };
  return new CommandFailure(`${address} ${reasons[code ?? ''] ?? 'cannot be listened on'}`);
}
