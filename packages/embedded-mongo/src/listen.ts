import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Credentials } from './login/credentials.js';
import { EmbeddedMongoError } from './errors/embedded-mongo-error.js';

/** Where a server is asked to listen. */
export type Listen = { readonly kind: 'socket' } | { readonly kind: 'tcp'; readonly port: number };

/** Where a server listens. */
export type Address =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'tcp'; readonly port: number };

/** The folder of sockets below the database folder. */
export const SOCKET_FOLDER = 'socket';
const SOCKET_NAME = 'mongodb.sock';
const TEMPORARY_PREFIX = 'embedded-mongo-';
/** A socket's path must fit into the system's address structure, which has 104 bytes on some. */
export const MOST_PATH_BYTES = 100;

/** The connection string of an address. */
export function uriOf(address: Address, credentials?: Credentials): string {
  if (address.kind === 'socket')
    return `mongodb://${encodeURIComponent(address.path)}/?directConnection=true`;
  const host = `127.0.0.1:${String(address.port)}`;
  if (credentials === undefined) return `mongodb://${host}/?directConnection=true`;
  const { user, password } = credentials;
  return `mongodb://${user}:${password}@${host}/?directConnection=true&authMechanism=SCRAM-SHA-256&authSource=admin`;
}

/** The address in a connection string made by `uriOf`. */
export function addressIn(uri: string): Address | undefined {
  const host = /^mongodb:\/\/(?:[^/@]*@)?([^/@]+)\//u.exec(uri)?.[1];
  if (host === undefined) return undefined;
  const port = /^127\.0\.0\.1:(\d+)$/u.exec(host)?.[1];
  if (port !== undefined) return { kind: 'tcp', port: Number(port) };
  const socket = decodeURIComponent(host);
  return socket.startsWith('/') ? { kind: 'socket', path: socket } : undefined;
}

/** A server that listens; `close` takes its socket with it. */
export type Listening = { readonly address: Address; readonly close: () => Promise<void> };

/** Who listens: the folder, and which of its servers. */
type Listener = { readonly folder: string; readonly instance: string };

/** Listens where only this user, or at least only this machine, can reach it. */
export async function listen(
  { folder, instance }: Listener,
  wanted: Listen,
  onConnection: (socket: Socket) => void,
): Promise<Listening> {
  const server = createServer(onConnection);
  if (wanted.kind === 'tcp') return listenOnPort(server, wanted.port);
  if (socketNear(folder) !== undefined) {
    const near = path.join(path.resolve(folder), SOCKET_FOLDER);
    await mkdir(near, { recursive: true, mode: 0o700 });
    await chmod(near, 0o700);
    try {
      return await listenIn(server, near, instance);
    } catch (error) {
      // Some file systems that a container shares with its host take no sockets.
      if (!NO_SOCKETS.has((error as NodeJS.ErrnoException).code)) throw error;
    }
  }
  const temporary = await mkdtemp(path.join(tmpdir(), TEMPORARY_PREFIX));
  const listening = await listenIn(createServer(onConnection), temporary, instance);
  return {
    ...listening,
    close: async () => {
      await listening.close();
      await rm(temporary, { recursive: true, force: true });
    },
  };
}

const NO_SOCKETS: ReadonlySet<unknown> = new Set(['ENOTSUP', 'EOPNOTSUPP', 'EPERM', 'EINVAL']);

/**
 * The socket of a folder's own; undefined where clients could not use it: its path is too long, or holds `%`, which
 * the driver decodes twice.
 */
export function socketNear(folder: string): string | undefined {
  const socket = path.join(path.resolve(folder), SOCKET_FOLDER, SOCKET_NAME);
  return Buffer.byteLength(socket) > MOST_PATH_BYTES || socket.includes('%') ? undefined : socket;
}

// Bound under a name of its own and then moved: a server that ends late removes the name that it was bound to, and must
// not take away the socket of the one that came after it. Moving replaces what a dead one left.
async function listenIn(server: Server, folder: string, instance: string): Promise<Listening> {
  const bound = path.join(folder, `${instance.slice(0, 6)}.new`);
  const socket = path.join(folder, SOCKET_NAME);
  await started(server, () => server.listen(bound));
  await chmod(bound, 0o600);
  await rename(bound, socket);
  return {
    address: { kind: 'socket', path: socket },
    close: async () => {
      await stopped(server);
      await rm(socket, { force: true });
    },
  };
}

async function listenOnPort(server: Server, port: number): Promise<Listening> {
  await started(server, () => server.listen(port, '127.0.0.1'));
  const bound = server.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  return { address: { kind: 'tcp', port: actual }, close: () => stopped(server) };
}

function started(server: Server, begin: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new EmbeddedMongoError('port_in_use', 'The port for the embedded database is in use.')
          : error,
      );
    });
    server.once('listening', resolve);
    begin();
  });
}

function stopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
  });
}
