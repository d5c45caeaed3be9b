import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';

/** Nothing is claimed and nothing was refused: the caller may send the same again. Answered 503 with `Retry-After`. */
export class BusyError extends Error {
  override readonly name = 'BusyError';
  readonly retryAfterSeconds: number;

  constructor(reason: string, retryAfterSeconds = 1) {
    super(reason);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/**
 * A user product that cannot be read, or whose period's end cannot be decided, until somebody has repaired it: an operator
 * was told once, and it answers for itself alone (docs/architecture.md §4).
 */
export class SetAsideError extends Error {
  override readonly name = 'SetAsideError';

  constructor(cause?: unknown) {
    super('the user product is set aside', { cause });
  }
}

/** Thrown by a store for a user product whose document cannot be read: somebody wrote what this code does not know. */
export class UnreadableUserProductError extends Error {
  override readonly name = 'UnreadableUserProductError';
  readonly userProduct: UnreadableUserProduct;

  constructor(userProduct: UnreadableUserProduct) {
    const { error } = userProduct;
    const why = error instanceof Error ? `: ${error.message}` : '';
    super(`the document of a user product cannot be read${why}`, { cause: error });
    this.userProduct = userProduct;
  }
}

/** What is known of a user product whose document cannot be read. */
export type UnreadableUserProduct = {
  readonly id: UserProductId;
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly error: unknown;
};

/** Thrown by a store when a command's fate is not known: the connection was lost before the reply. */
export class OutcomeUnknownError extends Error {
  override readonly name = 'OutcomeUnknownError';
}

/** Thrown by a store when the database could not be reached and nothing was sent. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}
