/** Hashes of client secrets: scrypt, off the main thread, compared in constant time. */
export type SecretHashes = {
  hash(secret: string): Promise<string>;
  /** With null the same work is done, and the answer is false: an unknown client takes as long as a known one. */
  matches(secret: string, hash: string | null): Promise<boolean>;
};
