import type { Socket } from 'node:net';
import { MongoError } from '../errors/mongo-error.js';
import { OwnershipLostError } from '../errors/ownership-lost-error.js';
import { encodeFailure, encodeReply, type Reply } from './encode-reply.js';
import { makeFrameReader } from './frame-reader.js';
import { parseMessage, type Message } from './parse-message.js';
import { replyBytes } from './reply-bytes.js';

/** Answers one message. */
export type Answer = (message: Message) => Reply | Promise<Reply>;

/** A connection that is being served. */
export type Connection = {
  /** Finishes the message in work, then ends the connection. */
  readonly finish: () => Promise<void>;
};

/** Serves a socket: its messages one after another, in order. */
export function serveConnection(socket: Socket, answer: Answer): Connection {
  const reader = makeFrameReader();
  const waiting: Buffer[] = [];
  let isWorking = false;
  let isFinishing = false;
  let whenQuiet: (() => void) | undefined;

  const work = async (): Promise<void> => {
    isWorking = true;
    for (
      let frame = waiting.shift();
      frame !== undefined;
      frame = isFinishing ? undefined : waiting.shift()
    ) {
      await answerFrame(socket, frame, answer);
    }
    isWorking = false;
    socket.resume();
    whenQuiet?.();
  };
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    const frames = reader.push(chunk);
    if (frames === undefined) {
      socket.destroy();
      return;
    }
    waiting.push(...frames);
    if (waiting.length === 0) return;
    // A client that does not wait for replies is not read from until what it sent is done.
    if (isWorking) socket.pause();
    else if (!isFinishing) void work();
  });
  return {
    finish: async () => {
      isFinishing = true;
      if (isWorking) await new Promise<void>((resolve) => (whenQuiet = resolve));
      socket.destroySoon();
    },
  };
}

async function answerFrame(socket: Socket, frame: Buffer, answer: Answer): Promise<void> {
  let message: Message;
  try {
    message = parseMessage(frame);
  } catch {
    socket.destroy();
    return;
  }
  let encoded;
  try {
    const reply = answer(message);
    encoded = encodeReply(reply instanceof Promise ? await reply : reply);
  } catch (error) {
    if (error instanceof OwnershipLostError) throw error;
    encoded = encodeFailure(failureOf(error));
  }
  if (!message.wantsReply || socket.destroyed) return;
  if (!socket.write(replyBytes(message, encoded))) await drained(socket);
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.on('drain', done).on('close', done);
  });
}

function failureOf(error: unknown): Record<string, unknown> {
  const known = error instanceof MongoError ? error : unexpected(error);
  return { errmsg: known.message, code: known.code, codeName: known.codeName, ...known.facts };
}

function unexpected(error: unknown): MongoError {
  if (error instanceof RangeError) return new MongoError(15, 'the message is nested too deeply');
  process.emitWarning(error instanceof Error ? error : String(error));
  return new MongoError(1, 'the server failed on this command');
}
