import { connect, type Socket } from 'node:net';
import { decodeBson, encodeBson } from './bson/bson-codec.js';
import { INSTANCE_FIELD } from './commands/handshake.js';
import type { Address } from './listen.js';
import { makeFrameReader } from './wire/frame-reader.js';
import { replyBytes } from './wire/reply-bytes.js';

const WAIT_MS = 2_000;
const BODY_START = 21;

/** The instance id of the server at an address; undefined when none of ours answers in time. */
export function askInstance(address: Address): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket =
      address.kind === 'socket' ? connect(address.path) : connect(address.port, '127.0.0.1');
    const finish = (instance: string | undefined): void => {
      socket.destroy();
      resolve(instance);
    };
    socket.setTimeout(WAIT_MS, () => {
      finish(undefined);
    });
    socket.once('error', () => {
      finish(undefined);
    });
    socket.once('close', () => {
      finish(undefined);
    });
    socket.once('connect', () => {
      sendHello(socket);
    });
    readInstance(socket, finish);
  });
}

function sendHello(socket: Socket): void {
  const body = encodeBson({ hello: 1, $db: 'admin' });
  socket.write(
    replyBytes({ requestId: 0, isLegacy: false }, { parts: [body], length: body.length }),
  );
}

function readInstance(socket: Socket, finish: (instance: string | undefined) => void): void {
  const reader = makeFrameReader();
  socket.on('data', (chunk: Buffer) => {
    const [frame] = reader.push(chunk) ?? [];
    if (frame !== undefined) finish(instanceIn(frame));
  });
}

function instanceIn(frame: Buffer): string | undefined {
  try {
    const instance = decodeBson(frame.subarray(BODY_START))[INSTANCE_FIELD];
    return typeof instance === 'string' ? instance : undefined;
  } catch {
    return undefined;
  }
}
