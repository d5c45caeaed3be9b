import { mkdir, mkdtemp, rm, chmod } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { EmbeddedMongoError } from './errors/embedded-mongo-error.js';

/** Where a server is asked to listen. */
export type Listen = { readonly kind: 'socket' } | { readonly kind: 'tcp'; readonly port: number };

/** Where a server listens. */
export type Address =
  | { readonly kind: 'socket'; readonly path: string }
  | { readonly kind: 'tcp'; readonly port: number };

const SOCKET_FOLDER = 'socket';
const SOCKET_NAME = 'mongodb.sock';
const TEMPORARY_PREFIX = 'embedded-mongo-';
/** A socket's path must fit into the system's address structure, which has 104 bytes on some. */
const MOST_PATH_BYTES = 100;

/** The connection string of an address. */
export function uriOf(address: Address): string {
  const host =
    address.kind === 'socket'
      ? encodeURIComponent(address.path)
      : `127.0.0.1:${String(address.port)}`;
  return `mongodb://${host}/?directConnection=true`;
}

/** The address in a connection string made by `uriOf`. */
export function addressIn(uri: string): Address | undefined {
  const host = /^mongodb:\/\/([^/]+)\//u.exec(uri)?.[1];
  if (host === undefined) return undefined;
  const port = /^127\.0\.0\.1:(\d+)$/u.exec(host)?.[1];
  if (port !== undefined) return { kind: 'tcp', port: Number(port) };
  const socket = decodeURIComponent(host);
  return socket.startsWith('/') ? { kind: 'socket', path: socket } : undefined;
}

/** A server that listens; `close` takes its socket's folder with it. */
export type Listening = { readonly address: Address; readonly close: () => Promise<void> };

/** Listens where only this user, or at least only this machine, can reach it. */
export async function listen(
  folder: string,
  wanted: Listen,
  onConnection: (socket: Socket) => void,
): Promise<Listening> {
  const server = createServer(onConnection);
  if (wanted.kind === 'tcp') return listenOnPort(server, wanted.port);
  const socketFolder = await makeSocketFolder(folder);
  const socketPath = path.join(socketFolder, SOCKET_NAME);
  await rm(socketPath, { force: true });
  await started(server, () => server.listen(socketPath));
  await chmod(socketPath, 0o600);
  return {
    address: { kind: 'socket', path: socketPath },
    close: async () => {
      await stopped(server);
      await rm(socketFolder, { recursive: true, force: true });
    },
  };
}

async function listenOnPort(server: Server, port: number): Promise<Listening> {
  await started(server, () => server.listen(port, '127.0.0.1'));
  const bound = server.address();
  const actual = typeof bound === 'object' && bound !== null ? bound.port : port;
  return { address: { kind: 'tcp', port: actual }, close: () => stopped(server) };
}

// A folder of mode 0700 is what keeps others out: the mode of the socket itself is not looked at everywhere.
async function makeSocketFolder(folder: string): Promise<string> {
  const near = path.join(path.resolve(folder), SOCKET_FOLDER);
  if (Buffer.byteLength(path.join(near, SOCKET_NAME)) > MOST_PATH_BYTES) {
    return mkdtemp(path.join(tmpdir(), TEMPORARY_PREFIX));
  }
  await mkdir(near, { recursive: true, mode: 0o700 });
  await chmod(near, 0o700);
  return near;
}

/** Removes the temporary socket folder a dead owner left behind; any other path is left alone. */
export async function removeLeftSocket(address: Address | undefined): Promise<void> {
  if (address?.kind !== 'socket') return;
  const left = path.dirname(address.path);
  const isTemporary =
    path.dirname(left) === tmpdir() && path.basename(left).startsWith(TEMPORARY_PREFIX);
  if (isTemporary) await rm(left, { recursive: true, force: true });
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
