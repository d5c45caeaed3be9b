/** What the API document says of a dialect beside its endpoints. */
export type DialectDocumentation = {
  /** What operations are filed under, in the order in which a reader is shown them, with a sentence each. */
  readonly tags: Readonly<Record<string, string>>;
  /** Every scope that an endpoint asks for, with a sentence each. */
  readonly scopes: Readonly<Record<string, string>>;
};
