/** An answer as it went out, kept for a day so that the same request gets it again byte for byte (design.md §5). */
export type KeptAnswer = { readonly status: number; readonly body: string };

/** The first answer under a key, in the document that the write changed or in a record of its own. */
export type IdempotencyRecord = KeptAnswer & {
  readonly keyHash: string;
  readonly commandHash: string;
  /** Real time. */
  readonly keptAt: number;
};
