import type { Socket } from 'node:net';
import mongoose from 'mongoose';
import type { Shared } from './member.js';
import {
  exhaustAllowed,
  type Fields,
  isTrue,
  type Message,
  moreToCome,
  readMessage,
  replyTo,
  withBody,
} from './wire.js';

type Hello = {
  readonly client: Socket;
  readonly ask: (message: Buffer) => Promise<Buffer>;
  readonly bytes: Buffer;
  readonly message: Message;
};

/** How a member answers `hello`. */
export type HelloFace = {
  readonly answer: (hello: Hello) => Promise<void>;
  /** What stands in every error, so that a driver knows whether it has heard of that state already. */
  readonly version: () => Fields;
  /** Whoever waits for a change hears of it now. */
  readonly tellChange: () => void;
};

const { Double, Long, ObjectId } = mongoose.mongo;

/** Answers as the server behind does, but says that it is this member of the set. */
export function makeHelloFace(shared: Shared, index: number): HelloFace {
  const processId = new ObjectId();
  const streams = new Set<() => void>();
  let known: Fields = {};

  const version = (): Fields =>
    shared.heartbeats === 'polling'
      ? {}
      : { topologyVersion: { processId, counter: Long.fromNumber(shared.state.counter) } };

  const describe = (reply: Fields): Fields => {
    const { hosts, state } = shared;
    const isPrimary = state.primary === index;
    return {
      ...reply,
      ...('ismaster' in reply ? { ismaster: isPrimary } : { isWritablePrimary: isPrimary }),
      secondary: !isPrimary,
      setName: 'face',
      setVersion: 1,
      hosts,
      primary: hosts[state.primary],
      me: hosts[index],
      electionId: ObjectId.createFromTime(state.counter),
      // Some servers say it as a number.
      localTime: new Double(Date.now()),
      logicalSessionTimeoutMinutes: 30,
      ok: 1,
      ...version(),
    };
  };

  /** Sends what it is again whenever that changes, and every so often where it does not. */
  const stream = (client: Socket, message: Message): void => {
    const everyMs = Number(message.body.maxAwaitTimeMS);
    let before = message.requestId;
    const tell = (): void => {
      const { bytes, id } = replyTo(before, describe(known), moreToCome);
      before = id;
      if (!client.destroyed) client.write(bytes);
    };
    const timer = setInterval(tell, everyMs);
    streams.add(tell);
    client.on('close', () => {
      clearInterval(timer);
      streams.delete(tell);
    });
    const { topologyVersion } = message.body as { topologyVersion: { counter: unknown } };
    if (Number(topologyVersion.counter) !== shared.state.counter) tell();
  };

  return {
    version,
    answer: async ({ client, ask, bytes, message }) => {
      const { body, flags } = message;
      if (body.topologyVersion !== undefined && (flags & exhaustAllowed) !== 0) {
        stream(client, message);
        return;
      }
      const reply = await ask(bytes);
      const answered = readMessage(reply).body;
      if (!isTrue(answered.ok)) throw new Error('the server behind refused a hello');
      const { topologyVersion: _, ...ofMember } = answered;
      const { speculativeAuthenticate: __, ...ofAnyConnection } = ofMember;
      known = ofAnyConnection;
      client.write(withBody(reply, describe(ofMember)));
    },
    tellChange: () => {
      for (const tell of streams) tell();
    },
  };
}
