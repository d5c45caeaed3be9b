import type { BsonObject } from '../bson/bson-object.js';

/** A document as it is stored: its key, its bytes and what they decode to. */
export type StoredDocument = {
  readonly key: Buffer;
  readonly bytes: Buffer;
  readonly document: BsonObject;
};

/**
 * Decoded documents by key. There is one writer, so an entry is right until the writer replaces it;
 * what an open transaction writes is kept apart and joins only when LMDB has it.
 */
export type DocumentCache = {
  readonly get: (name: string) => StoredDocument | null | undefined;
  /** Keeps what was read outside of writes. */
  readonly keep: (name: string, stored: StoredDocument) => void;
  /** Remembers what the open transaction wrote; null for a removed document. */
  readonly change: (name: string, stored: StoredDocument | null) => void;
  readonly commit: () => void;
  readonly abort: () => void;
};

/** A cache of about so many bytes: entries not used since the last turn go when the half in use is full. */
export function makeDocumentCache(mostBytes: number): DocumentCache {
  let recent = new Map<string, StoredDocument>();
  let older = new Map<string, StoredDocument>();
  let recentBytes = 0;
  const changes = new Map<string, StoredDocument | null>();

  const keep = (name: string, stored: StoredDocument): void => {
    recent.set(name, stored);
    recentBytes += stored.bytes.length;
    if (recentBytes < mostBytes / 2) return;
    older = recent;
    recent = new Map();
    recentBytes = 0;
  };
  const read = (name: string): StoredDocument | undefined => {
    const before = recent.get(name);
    if (before !== undefined) return before;
    const found = older.get(name);
    if (found !== undefined) keep(name, found);
    return found;
  };
  return {
    get: (name) => {
      const changed = changes.size > 0 ? changes.get(name) : undefined;
      return changed === undefined ? read(name) : changed;
    },
    keep,
    change: (name, stored) => {
      changes.set(name, stored);
    },
    commit: () => {
      for (const [name, stored] of changes) {
        recent.delete(name);
        older.delete(name);
        if (stored !== null) keep(name, stored);
      }
      changes.clear();
    },
    abort: () => {
      changes.clear();
    },
  };
}
