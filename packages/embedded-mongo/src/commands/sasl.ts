import { Binary } from 'bson';
import { isBsonObject } from '../bson/bson-object.js';
import { MongoError, badValue } from '../errors/mongo-error.js';
import type { Reply } from '../wire/encode-reply.js';
import type { Command, Context, Request } from './command.js';

const MECHANISM = 'SCRAM-SHA-256';
const CONVERSATION = 1;

function saslStart({ body }: Request, { gate }: Context): Reply {
  if (body.mechanism !== MECHANISM) {
    throw new MongoError(334, `Unsupported mechanism '${String(body.mechanism)}': ${MECHANISM} is`);
  }
  const skipsEmpty = isBsonObject(body.options) && body.options.skipEmptyExchange === true;
  return reply(gate.begin(textOf(body.payload), skipsEmpty), false);
}

function saslContinue({ body }: Request, { gate }: Context): Reply {
  const { answer, isDone } = gate.proceed(textOf(body.payload));
  return reply(answer, isDone);
}

function reply(text: string, done: boolean): Reply {
  return { conversationId: CONVERSATION, done, payload: new Binary(Buffer.from(text)) };
}

function textOf(payload: unknown): string {
  if (payload instanceof Binary) return Buffer.from(payload.value()).toString('utf8');
  if (payload instanceof Uint8Array) return Buffer.from(payload).toString('utf8');
  throw badValue('payload has to be binary');
}

/** How a client says who it is (MongoDB's SASL commands; RFC 5802, RFC 7677). */
export const SASL_COMMANDS: Readonly<Record<string, Command>> = {
  saslStart: {
    fields: { mechanism: 'used', payload: 'used', options: 'used', autoAuthorize: 'ignored' },
    run: saslStart,
  },
  saslContinue: { fields: { conversationId: 'ignored', payload: 'used' }, run: saslContinue },
};
