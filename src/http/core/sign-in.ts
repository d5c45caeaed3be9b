/** A request for a token, for the log. Never a secret. */
export type SignIn = {
  /** Empty where the connection was gone. */
  readonly address: string;
  /** Whom it says it is, printable and bounded; null while it does not say, and once it is proven. */
  readonly triedClientId: string | null;
};
