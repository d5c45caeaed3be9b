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
  readonly clear: () => void;
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
  const drop = (name: string): void => {
    recent.delete(name);
    older.delete(name);
  };
  return {
    get: (name) => {
      if (changes.size > 0) {
        const changed = changes.get(name);
        if (changed !== undefined) return changed;
      }
      const found = recent.get(name);
      if (found !== undefined) return found;
      const before = older.get(name);
      if (before !== undefined) keep(name, before);
      return before;
    },
    keep,
    change: (name, stored) => {
      changes.set(name, stored);
    },
    commit: () => {
      for (const [name, stored] of changes) {
        if (stored === null) drop(name);
        else keep(name, stored);
      }
      changes.clear();
    },
    abort: () => {
      changes.clear();
    },
    clear: () => {
      recent.clear();
      older.clear();
      changes.clear();
      recentBytes = 0;
    },
  };
}
