/** New ids, 24 hex characters, never the same twice on any machine. */
export type IdSource = { next(): string };
