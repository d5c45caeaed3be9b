/** What `health/ready` and `verify` ask of the database. */
export type DatabaseHealth = {
  /** Throws where the database does not answer. `localTime` is the server's clock, UTC milliseconds. */
  ping(): Promise<{ localTime: number }>;
  /** Names of the indexes that the code declares and the database lacks, as `collection.index`. */
  missingIndexes(): Promise<readonly string[]>;
  ensureIndexes(): Promise<void>;
};
