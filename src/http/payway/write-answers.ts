import type { Refusal } from '../../domain/user-product/refusal.js';
import type { WriteFailure, WriteResult } from '../../application/commit/write-result.js';
import type { EndpointAnswer } from '../endpoint.js';
import { makeFaultProblem, type Fault, type Problem } from '../problem.js';
import { problems, tooManyKeys } from '../problems.js';
import { notFound } from './errors.js';

/** How a write on a user product is answered, whatever was written; `refused` says its refusals. */
export function answerWrite<Reason extends string>(
  result: WriteResult<Reason>,
  refused: (refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]]) => Problem,
): EndpointAnswer {
  if (!result.ok) return failureProblem(result, refused);
  if ('id' in result) return { status: 200, body: { id: result.id } };
  const { status, body: text } = result.replayed;
  return { status, text, isReplay: true };
}

function failureProblem<Reason extends string>(
  failed: WriteFailure<Reason>,
  refused: (refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]]) => Problem,
): Problem {
  switch (failed.failure) {
    case 'not_found':
      return notFound;
    case 'refused':
      return refused(failed.refusals);
    case 'version_mismatch':
      return problems.versionMismatch;
    case 'quote_moved':
      return quoteMoved(failed.moved);
    case 'quote_unreadable':
      return quoteUnreadable;
    case 'key_reused':
      return problems.keyReused;
    case 'too_many_keys':
      return tooManyKeys(Math.ceil(failed.retryAfterMs / 1000));
  }
}

const quoteUnreadable = makeFaultProblem(400, [
  { code: 'invalid_parameter', field: 'quote', message: 'Parameter is no quote of ours' },
]);

/** 412: what the quote had pinned and no longer holds, one fault each. */
function quoteMoved(moved: readonly string[]): Problem {
  const [first = 'the quote', ...others] = moved;
  const toFault = (what: string): Fault => ({
    code: 'version_mismatch',
    field: 'quote',
    message: `The quote no longer holds: ${what} has changed`,
  });
  return makeFaultProblem(412, [toFault(first), ...others.map(toFault)]);
}
