import type { Engine } from '../engine/engine.js';
import type { Batch, ReadBatch } from '../engine/cursor-registry.js';
import { CursorId, RawDocument, type Reply } from '../wire/encode-reply.js';
import { MongoError } from '../errors/mongo-error.js';
import type { Command, Context, Request } from './command.js';
import { optionsOf } from './command-options.js';

/** A cursor as the client asked for it. */
export type WantedCursor = {
  readonly namespace: string;
  readonly batchSize: number;
  readonly isSingle: boolean;
};

/** Answers with a first batch, and opens a cursor when there may be more. */
export function firstBatch(
  engine: Engine,
  { namespace, batchSize, isSingle }: WantedCursor,
  read: ReadBatch,
): Reply {
  const batch = read(batchSize);
  const id = batch.isFinished || isSingle ? 0 : engine.cursors.open(namespace, read);
  return { cursor: { firstBatch: raw(batch), id: new CursorId(id), ns: namespace } };
}

/** Reads from documents that are all there already. */
export function listReader(documents: readonly Buffer[]): ReadBatch {
  let position = 0;
  return (mostDocuments) => {
    const taken = documents.slice(position, position + mostDocuments);
    position += taken.length;
    return { documents: taken, isFinished: position >= documents.length };
  };
}

function raw({ documents }: Batch): readonly RawDocument[] {
  return documents.map((bytes) => new RawDocument(bytes));
}

function getMore({ body, db }: Request, { engine }: Context): Reply {
  const options = optionsOf(body, 'getMore');
  const id = body.getMore;
  if (typeof id !== 'number') throw new MongoError(43, `cursor id ${String(id)} not found`);
  const namespace = `${db}.${options.text('collection')}`;
  const mostDocuments = options.count('batchSize', 0) || Number.MAX_SAFE_INTEGER;
  const batch = engine.cursors.next(id, { namespace, mostDocuments });
  const next = batch.isFinished ? 0 : id;
  return { cursor: { nextBatch: raw(batch), id: new CursorId(next), ns: namespace } };
}

function killCursors({ body, db }: Request, { engine }: Context): Reply {
  const ids: readonly unknown[] = Array.isArray(body.cursors) ? body.cursors : [];
  const namespace = `${db}.${String(body.killCursors)}`;
  const isKilled = (id: unknown): boolean =>
    typeof id === 'number' && engine.cursors.kill(id, namespace);
  const cursorsKilled: CursorId[] = [];
  const cursorsNotFound: CursorId[] = [];
  for (const id of ids)
    (isKilled(id) ? cursorsKilled : cursorsNotFound).push(new CursorId(Number(id)));
  return { cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] };
}

/** What goes on with a cursor or ends it. */
export const CURSOR_COMMANDS: Readonly<Record<string, Command>> = {
  getMore: { fields: { collection: 'used', batchSize: 'used', term: 'refused' }, run: getMore },
  killCursors: { fields: { cursors: 'used' }, run: killCursors },
};
