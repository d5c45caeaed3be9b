import type { BsonObject } from '../bson/bson-object.js';
import type { Engine } from '../engine/engine.js';
import type { Gate } from '../login/gate.js';
import type { Reply } from '../wire/encode-reply.js';
import type { LaterReply } from '../wire/later-reply.js';

/** One command as it came in: its document decoded, and the documents sent beside it still encoded. */
export type Request = {
  readonly name: string;
  readonly db: string;
  readonly body: BsonObject;
  /** Encoded documents of a field, whether they came in the body or in a sequence. */
  readonly documents: (field: string) => readonly Buffer[];
};

/** What a command may use. */
export type Context = {
  readonly engine: Engine;
  readonly instance: string;
  readonly connectionId: number;
  readonly gate: Gate;
};

/**
 * What is done with a field: `used`; `ignored`, because it changes nothing here; `refused` when it asks
 * for anything, because it would change something. A field that is not listed is unknown.
 */
export type FieldRule = 'used' | 'ignored' | 'refused';

/** One command of the protocol. */
export type Command = {
  readonly fields: Readonly<Record<string, FieldRule>>;
  readonly run: (request: Request, context: Context) => Reply | LaterReply | Promise<Reply>;
};
