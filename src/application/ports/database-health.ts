import type { OrganisationId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';

/** What `health/ready` and `verify` ask of the database. */
export type DatabaseHealth = {
  /** Throws where the database does not answer. `localTime` is the server's clock, UTC milliseconds. */
  ping(): Promise<{ localTime: number }>;
  /** False after a write failed for lack of room, until one works: while it is so, each call tries one. */
  hasRoom(): Promise<boolean>;
  /** Names of the indexes that the code declares and the database lacks, as `collection.index`. */
  missingIndexes(): Promise<readonly string[]>;
  ensureIndexes(): Promise<void>;
};

/** How far behind the background is, asked cheaply: for operators, never to decide by. */
export type BacklogStore = {
  /** How many rows are due by `now`; counting stops at `limit`. */
  countDue(
    organisationId: OrganisationId,
    query: { readonly now: Instant; readonly limit: number },
  ): Promise<number>;
  /** When the oldest entry that waits in an outbox was written, over all organisations; null where none waits. */
  oldestEntryAt(): Promise<Instant | null>;
};
