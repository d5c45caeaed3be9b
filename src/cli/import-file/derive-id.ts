import { createHash } from 'node:crypto';

export type DeriveId = (...identity: readonly string[]) => string;

/**
 * Ids for rows of a file that bring none, made of what the row says, so that the same file gives the same ids each
 * time and importing it again finds its rows. Rows that say the same are told apart by their order.
 */
export function makeDeriveId(): DeriveId {
  const seen = new Map<string, number>();
  return (...identity) => {
    const text = JSON.stringify(identity);
    const ordinal = seen.get(text) ?? 0;
    seen.set(text, ordinal + 1);
    return createHash('sha256')
      .update(`${text}#${String(ordinal)}`)
      .digest('hex')
      .slice(0, 24);
  };
}
