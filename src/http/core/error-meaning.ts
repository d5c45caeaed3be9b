/** What one code says: to a reader of docs/errors.md, and of the API document. */
export type ErrorMeaning = {
  readonly status: number;
  readonly meaning: string;
  /** What the client is to do about it. */
  readonly remedy: string;
};
