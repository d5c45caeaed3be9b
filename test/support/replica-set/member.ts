import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { makeHelloFace, type HelloFace } from './hello-face.js';
import { faultyReply, type Faults } from './faults.js';
import { type KeptReplies, withoutNumber } from './kept-replies.js';
import type { Heartbeats } from './open-replica-set.js';
import {
  eachMessage,
  type Fields,
  type Message,
  moreToCome,
  opMsg,
  readMessage,
  replyTo,
  withBody,
} from './wire.js';

/** What the members of one set have in common. */
export type Shared = {
  readonly backend: URL;
  readonly heartbeats: Heartbeats;
  readonly faults: Faults;
  readonly replies: KeptReplies;
  readonly record: (command: Fields) => void;
  /** Filled once both listen. */
  readonly hosts: string[];
  readonly state: { primary: number; isMajorityAway: boolean; counter: number };
};

export type Member = {
  readonly host: string;
  /** Its connections break. */
  readonly cut: () => void;
  /** Those who wait for a change hear of it. */
  readonly tellChange: () => void;
  /** Writes that wait for a majority have it. */
  readonly confirmWrites: () => void;
  readonly close: () => Promise<void>;
};

const writes = ['insert', 'update', 'delete', 'findAndModify', 'findandmodify', 'createIndexes'];
const hellos = ['hello', 'isMaster', 'ismaster'];
const unrecorded = [...hellos, 'ping', 'endSessions', 'buildInfo', 'saslStart', 'saslContinue'];

/** One member, on a port of its own: a connection to it is one to the server behind. */
export async function openMember(shared: Shared, index: number): Promise<Member> {
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  const face = makeHelloFace(shared, index);
  const server = createServer((client) => {
    const behind = connect({
      host: shared.backend.hostname,
      port: Number(shared.backend.port),
    });
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('close', () => behind.destroy());
    behind.on('close', () => client.destroy());
    serveClient({ shared, index, client, ask: makeAsk(behind), face, waiting });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    host: `127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    cut,
    tellChange: face.tellChange,
    confirmWrites: () => {
      for (const confirm of waiting) confirm();
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
  };
}

type Ask = (message: Buffer) => Promise<Buffer>;

/** The server behind answers in the order it is asked in. A connection that breaks leaves its questions open. */
function makeAsk(behind: Socket): Ask {
  const asked: ((reply: Buffer) => void)[] = [];
  eachMessage(behind, (reply) => asked.shift()?.(Buffer.from(reply)));
  return (message) =>
    new Promise((resolve) => {
      asked.push(resolve);
      behind.write(message);
    });
}

type Served = {
  readonly shared: Shared;
  readonly index: number;
  readonly client: Socket;
  readonly ask: Ask;
  readonly face: HelloFace;
  readonly waiting: Set<() => void>;
};

function serveClient(served: Served): void {
  const { client } = served;
  let before = Promise.resolve();
  eachMessage(client, (bytes) => {
    const message = Buffer.from(bytes);
    before = before.then(() => answer(served, message));
  });
}

async function answer(served: Served, bytes: Buffer): Promise<void> {
  const { client, face, ask, shared } = served;
  const message = readMessage(bytes);
  const name = Object.keys(message.body)[0] ?? '';
  if (hellos.includes(name)) {
    await face.answer({ client, ask, bytes, message });
    return;
  }
  if (message.operation !== opMsg || (message.flags & moreToCome) !== 0) {
    client.write(await ask(bytes));
    return;
  }
  if (!unrecorded.includes(name)) shared.record(message.body);
  const reply = await replyOf(served, { bytes, message, name });
  if (reply !== null && !client.destroyed) client.write(reply);
}

type Asked = { readonly bytes: Buffer; readonly message: Message; readonly name: string };

/** Null: nothing is answered. */
async function replyOf(served: Served, asked: Asked): Promise<Buffer | null> {
  const { shared, index, client, face } = served;
  const { message, name } = asked;
  const toClient = (body: Fields): Buffer => {
    const isError = Number(body.ok) !== 1 || 'writeConcernError' in body;
    return replyTo(message.requestId, isError ? { ...body, ...face.version() } : body).bytes;
  };
  if (index !== shared.state.primary && !unrecorded.includes(name)) {
    return toClient({ ok: 0, code: 10_107, codeName: 'NotWritablePrimary', errmsg: 'not primary' });
  }
  const fault = shared.faults.meet(message.body, name);
  if (fault === null) return toClient(await perform(served, asked));
  const reply = fault.when === 'before' ? null : await perform(served, asked);
  if (fault.as === 'cut') client.destroy();
  const isAnswered = fault.as !== 'cut' && fault.as !== 'silent';
  return isAnswered ? toClient(faultyReply(fault, reply)) : null;
}

async function perform(served: Served, { bytes, message, name }: Asked): Promise<Fields> {
  const { shared, ask } = served;
  const { body } = message;
  const plain = body.txnNumber === undefined ? bytes : withBody(bytes, withoutNumber(body));
  const run = async (): Promise<Fields> => inOtherWords(readMessage(await ask(plain)).body);
  const reply = await shared.replies.once(body, run);
  if (!writes.includes(name) || !shared.state.isMajorityAway) return reply;
  return confirmed(served.waiting, body, reply);
}

/** Servers word a duplicate key as they like, and not every one says which key it is: nothing may hang on that. */
function inOtherWords(reply: Fields): Fields {
  const reworded = (error: Fields): Fields => {
    if (Number(error.code) !== 11_000) return error;
    const { keyPattern: _, keyValue: __, ...rest } = error;
    return { ...rest, errmsg: 'Duplicate key violation on the requested collection' };
  };
  const { writeErrors } = reply as { writeErrors?: Fields[] };
  return writeErrors === undefined
    ? reworded(reply)
    : { ...reply, writeErrors: writeErrors.map(reworded) };
}

/** Waits for a majority, as long as the write says; the write is done in any case. */
function confirmed(waiting: Set<() => void>, command: Fields, reply: Fields): Promise<Fields> {
  const { wtimeout } = (command.writeConcern ?? {}) as { wtimeout?: unknown };
  return new Promise((resolve) => {
    const end = (result: Fields): void => {
      waiting.delete(confirm);
      clearTimeout(timer);
      resolve(result);
    };
    const confirm = (): void => {
      end(reply);
    };
    const late = { code: 64, codeName: 'WriteConcernTimeout', errmsg: 'waiting timed out' };
    const timer =
      wtimeout === undefined
        ? undefined
        : setTimeout(() => {
            end({ ...reply, writeConcernError: { ...late, errInfo: { wtimeout: true } } });
          }, Number(wtimeout));
    waiting.add(confirm);
  });
}
