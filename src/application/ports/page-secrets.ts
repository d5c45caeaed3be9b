/** What stands in the address of a link, or in a cookie. Only its hash is kept. */
export type PageSecrets = {
  /** 256 random bits as base64url. */
  next(): string;
  /** SHA-256 in hex: a secret of 256 bits needs no slower one. */
  hashOf(secret: string): string;
};
