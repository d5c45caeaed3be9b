/** Nothing is claimed and nothing was refused: the caller may send the same again. Answered 503 with `Retry-After`. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly retryAfterSeconds: number;

  constructor(reason: string, retryAfterSeconds = 1) {
    super(reason);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
