import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoError } from '../errors/mongo-error.js';
import { OwnershipLostError } from '../errors/ownership-lost-error.js';
import { encodeFailure, encodeReply, type Reply } from './encode-reply.js';
import { makeFrameReader } from './frame-reader.js';
import { LaterReply } from './later-reply.js';
import { parseMessage, type Message } from './parse-message.js';
import { replyBytes } from './reply-bytes.js';

/** Answers one message. */
export type Answer = (message: Message) => Reply | LaterReply | Promise<Reply>;

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
  const ending = new AbortController();
  let whenQuiet: (() => void) | undefined;

  const work = async (): Promise<void> => {
    isWorking = true;
    for (
      let frame = waiting.shift();
      frame !== undefined;
      frame = isFinishing ? undefined : waiting.shift()
    ) {
      await answerFrame({ socket, ending: ending.signal }, frame, answer);
    }
    isWorking = false;
    socket.resume();
    whenQuiet?.();
  };
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    ending.abort();
  });
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
      ending.abort();
      if (isWorking) await new Promise<void>((resolve) => (whenQuiet = resolve));
      socket.destroySoon();
    },
  };
}

type Served = {
  readonly socket: Socket;
  /** Nobody waits any longer: the client is gone, or the server ends. */
  readonly ending: AbortSignal;
};

async function answerFrame(served: Served, frame: Buffer, answer: Answer): Promise<void> {
  const { socket } = served;
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
    if (reply instanceof LaterReply) {
      await answerLater(served, message, reply);
      return;
    }
    encoded = encodeReply(reply instanceof Promise ? await reply : reply);
  } catch (error) {
    if (error instanceof OwnershipLostError) throw error;
    encoded = encodeFailure(failureOf(error));
  }
  if (!message.wantsReply || socket.destroyed) return;
  if (!socket.write(replyBytes(message, encoded))) await drained(socket);
}

/** Waits before it answers; to who allows it, it answers again and again, each time as an answer to the one before. */
async function answerLater(
  { socket, ending }: Served,
  { requestId, isLegacy, allowsMore, wantsReply }: Message,
  { firstAfterMs, everyMs, describe }: LaterReply,
): Promise<void> {
  if (!wantsReply) return;
  let to = requestId;
  let waitMs = firstAfterMs;
  do {
    await pause(waitMs, undefined, { signal: ending }).catch(() => undefined);
    if (ending.aborted) return;
    const bytes = replyBytes(
      { requestId: to, isLegacy, hasMore: allowsMore },
      encodeReply(describe()),
    );
    to = bytes.readInt32LE(4);
    waitMs = everyMs;
    if (!socket.write(bytes)) await drained(socket);
  } while (allowsMore);
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
