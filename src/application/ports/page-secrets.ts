/** What opens pages: a random text that is told once, and of which only the hash is kept. */
export type PageSecrets = {
  /** 256 random bits, as they may stand in an address and in a cookie. */
  next(): string;
  /** SHA-256, in hex. */
  hashOf(secret: string): string;
};
