import { OutcomeUnknownError, StoreUnavailableError } from '../../application/ports/failures.js';

/**
 * Of reads by id, of commits and of inserts each: with two commands under way this process works while the database
 * does, and what waits still gathers. A hundred documents are half a megabyte.
 */
export const together = {
  atOnce: 2,
  mostItems: 100,
  /** The database answered, or was not even asked: one of the documents is what is wrong, and the rest are not. */
  isOfSingleItems: (error: unknown): boolean =>
    !(error instanceof OutcomeUnknownError || error instanceof StoreUnavailableError),
} as const;
