import { MongoError } from '../errors/mongo-error.js';

/** The next documents of a cursor, and whether it is finished. */
export type Batch = { readonly documents: readonly Buffer[]; readonly isFinished: boolean };

/** What a cursor gives: up to so many documents, or as many as fit into one reply. */
export type ReadBatch = (mostDocuments: number) => Batch;

/** Open cursors by their number. */
export type CursorRegistry = {
  readonly open: (namespace: string, read: ReadBatch) => number;
  readonly next: (
    id: number,
    wanted: { readonly namespace: string; readonly mostDocuments: number },
  ) => Batch;
  /** True when there was such a cursor. */
  readonly kill: (id: number, namespace: string) => boolean;
};

type Cursor = { readonly namespace: string; readonly read: ReadBatch; usedAt: number };

/** MongoDB forgets a cursor nobody has read from for ten minutes. */
const MOST_IDLE_MS = 600_000;
const MOST_CURSORS = 10_000;

/** Makes an empty registry. */
export function makeCursorRegistry(): CursorRegistry {
  const cursors = new Map<number, Cursor>();
  let lastId = 0;
  const forgetIdle = (now: number): void => {
    for (const [id, { usedAt }] of cursors) {
      if (now - usedAt > MOST_IDLE_MS || cursors.size > MOST_CURSORS) cursors.delete(id);
    }
  };
  const find = (id: number, namespace: string): Cursor | undefined => {
    const cursor = cursors.get(id);
    return cursor?.namespace === namespace ? cursor : undefined;
  };
  return {
    open: (namespace, read) => {
      forgetIdle(Date.now());
      lastId += 1;
      cursors.set(lastId, { namespace, read, usedAt: Date.now() });
      return lastId;
    },
    next: (id, { namespace, mostDocuments }) => {
      const cursor = find(id, namespace);
      if (cursor === undefined) throw new MongoError(43, `cursor id ${String(id)} not found`);
      cursor.usedAt = Date.now();
      const batch = cursor.read(mostDocuments);
      if (batch.isFinished) cursors.delete(id);
      return batch;
    },
    kill: (id, namespace) => find(id, namespace) !== undefined && cursors.delete(id),
  };
}
