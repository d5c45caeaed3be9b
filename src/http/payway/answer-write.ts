import type { WriteResult } from '../../application/commit/write-result.js';
import type { PaywayRefusalReason } from '../../domain/change/payway/payway-refusal.js';
import type { WriteRefusalReason } from '../../domain/user-product/refusal.js';
import type { EndpointAnswer, Refused } from '../core/endpoint.js';
import { failed } from '../core/failure.js';
import type { Problem } from '../core/problem.js';
import { type Fault, makeFaultProblem } from './problems/fault-problem.js';
import { notFound } from './problems/not-found.js';
import { parameterProblem } from './problems/parameter-problems.js';
import { refusalProblem } from './problems/refusal-problems.js';

type Result = WriteResult<PaywayRefusalReason> | WriteResult<WriteRefusalReason>;

/** How a write on a user product is answered, whatever was written. */
export function answerWrite(result: Result): EndpointAnswer {
  if (!result.ok) return refusedFor(result);
  if ('id' in result) return { status: 200, body: { id: result.id } };
  const { status, body: text } = result.replayed;
  return { status, text, isReplay: true };
}

function refusedFor(result: Extract<Result, { ok: false }>): Refused {
  switch (result.failure) {
    case 'not_found':
    case 'target_not_found':
      return notFound;
    case 'refused':
      return refusalProblem(result.refusals);
    case 'version_mismatch':
      return failed('version_mismatch');
    case 'quote_moved':
      return quoteMoved(result.moved);
    case 'quote_unreadable':
      return quoteUnreadable;
    case 'key_reused':
      return failed('key_reused');
    case 'too_many_keys':
      return failed('too_many_keys', {
        retryAfterSeconds: Math.ceil(result.retryAfterMs / 1000),
      });
  }
}

const quoteUnreadable = parameterProblem('quote', 'Parameter is no quote of ours');

/** 412: what the quote had pinned and no longer holds, one fault each. */
function quoteMoved(moved: readonly string[]): Problem {
  const [first = 'the quote', ...others] = moved;
  const toFault = (what: string): Fault => ({
    code: 'version_mismatch',
    field: 'quote',
    message: `The quote no longer holds: ${what} has changed`,
  });
  return makeFaultProblem([toFault(first), ...others.map(toFault)]);
}
