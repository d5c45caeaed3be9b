/** On whose behalf a secret is checked. Those who share `from` share a line, and the lines take turns. */
export type Turn = {
  readonly from: string;
  /** Whoever waits and is told this leaves the line: nobody is there to be answered. */
  readonly signal: AbortSignal;
};

/** Hashes of client secrets: scrypt, off the main thread, compared in constant time. */
export type SecretHashes = {
  hash(secret: string): Promise<string>;
  /**
   * With null the same work is done, and the answer is false: an unknown client takes as long as a known one. Throws
   * `BusyError` where too many wait, and the signal's reason where it was told to leave. Absent: an operator's turn.
   */
  matches(secret: string, hash: string | null, turn?: Turn): Promise<boolean>;
};
