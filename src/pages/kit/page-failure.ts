import {
  BusyError,
  OutcomeUnknownError,
  SetAsideError,
  StoreUnavailableError,
} from '../../application/ports/failures.js';
import { PageDeadlineError } from './deadline.js';
import type { PageFailure } from './page-route.js';

const away = [
  BusyError,
  OutcomeUnknownError,
  SetAsideError,
  StoreUnavailableError,
  PageDeadlineError,
];

/** What something that was thrown is told as; no word of it goes out. */
export function failureOfThrown(thrown: unknown): PageFailure {
  if (away.some((it) => thrown instanceof it)) return 'unavailable';
  if (thrown instanceof URIError) return 'unknown_page';
  return failureOfParser(thrown);
}

/** A form that Express could not read says by which status. */
function failureOfParser(thrown: unknown): PageFailure {
  const status = thrown instanceof Error && 'status' in thrown ? thrown.status : null;
  if (status === 413) return 'too_large';
  return status === 400 || status === 415 ? 'faulty_form' : 'internal';
}
