import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { SOCKET_FOLDER, MOST_PATH_BYTES } from '../listen.js';
import { isOfThisKernel, type OwnerRecord } from './owner-record.js';

/**
 * A socket in the folder that the owner holds open until its last thread has ended. The kernel answers for it: in
 * every pid and mount namespace, also while the owner stands still, and no more once it is dead or a zombie.
 */
export type Lifeline = { readonly name: string; readonly close: () => void };

/** What the kernel says of an owner; `unknown` where it cannot tell. */
export type Life = 'there' | 'gone' | 'unknown';

/** Opens the lifeline of this process; null where the file system takes no sockets. */
export async function openLifeline(folder: string, instance: string): Promise<Lifeline | null> {
  if (process.platform === 'win32') return null;
  const name = path.join(SOCKET_FOLDER, `${instance.slice(0, 8)}.sock`);
  mkdirSync(path.join(folder, SOCKET_FOLDER), { recursive: true, mode: 0o700 });
  const way = shortWay(folder, name);
  if (way === null) return null;
  const server = createServer((socket) => socket.destroy());
  const isOpen = await new Promise<boolean>((resolve) => {
    server.once('listening', () => {
      resolve(true);
    });
    server.once('error', () => {
      resolve(false);
    });
    server.listen(way.path);
  });
  server.on('error', () => undefined).unref();
  const close = (): void => {
    server.close();
    way.close();
  };
  if (isOpen) return { name, close };
  close();
  return null;
}

/** Asks the kernel whether an owner is there. */
export async function askLifeline(folder: string, owner: OwnerRecord): Promise<Life> {
  if (owner.lifeline === null || !isOfThisKernel(owner)) return 'unknown';
  const way = shortWay(folder, owner.lifeline);
  if (way === null) return 'unknown';
  try {
    return await new Promise<Life>((resolve) => {
      const socket = connect(way.path);
      socket.once('connect', () => {
        resolve('there');
      });
      socket.once('error', (error: NodeJS.ErrnoException) => {
        resolve(LIFE_BY_CODE[error.code ?? ''] ?? 'unknown');
      });
      socket.once('close', () => socket.destroy());
      socket.once('connect', () => socket.destroy());
    });
  } finally {
    way.close();
  }
}

// EAGAIN: more callers wait than are let in, so somebody listens.
const LIFE_BY_CODE: Readonly<Record<string, Life>> = { ECONNREFUSED: 'gone', EAGAIN: 'there' };

type Way = { readonly path: string; readonly close: () => void };

/** A way to a file that fits into a socket's address: the plain one, or one by the folder's open descriptor. */
function shortWay(folder: string, name: string): Way | null {
  const plain = path.join(folder, name);
  if (Buffer.byteLength(plain) <= MOST_PATH_BYTES) return { path: plain, close: () => undefined };
  if (!existsSync('/proc/self/fd')) return null;
  const descriptor = openSync(folder, 'r');
  return {
    path: path.join('/proc/self/fd', String(descriptor), name),
    close: () => {
      closeSync(descriptor);
    },
  };
}
