/** Nothing is claimed and nothing was refused: the caller may send the same again. Answered 503 with `Retry-After`. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly retryAfterSeconds: number;

  constructor(reason: string, retryAfterSeconds = 1) {
    super(reason);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Thrown by a store when a command's fate is not known: the connection was lost before the reply. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
}

/** Thrown by a store when the database could not be reached and nothing was sent. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
