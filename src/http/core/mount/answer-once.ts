import type { KeptAnswer } from '../../../application/ports/idempotency-store.js';
import type { RunOnce } from '../../../application/idempotency/run-once.js';
import {
  type Endpoint,
  type EndpointAnswer,
  type EndpointRequest,
  isRefused,
  type Refused,
} from '../endpoint.js';
import { failed } from '../failure.js';

/**
 * Carries out a write whose answer is kept in a record of its own, or repeats that answer (docs/architecture.md §5).
 */
export async function answerOnce(
  endpoint: Endpoint,
  request: EndpointRequest,
  runOnce: RunOnce,
): Promise<EndpointAnswer> {
  const { keyed } = request.guards;
  if (keyed === null) return endpoint.handle(request);
  const { organisationId } = request.caller;
  const refusals: Refused[] = [];
  const secrets: KeptAnswer[] = [];
  const result = await runOnce({ ...keyed, organisationId }, async (chosenId) => {
    const answer = await endpoint.handle({ ...request, chosenId });
    if (isRefused(answer)) {
      refusals.push(answer);
      return { hadEffect: false, answer: notKept };
    }
    const kept = textOf(answer);
    if (endpoint.answersAnew !== true) return { hadEffect: true, answer: kept };
    secrets.push(kept);
    return { hadEffect: true, answer: { status: kept.status, body: chosenId } };
  });
  const [refused] = refusals;
  if (refused !== undefined) return refused;
  if (endpoint.answersAnew === true && result.outcome === 'replayed') {
    return answerAnew(endpoint, request, result.answer);
  }
  switch (result.outcome) {
    case 'first':
    case 'replayed': {
      const { status, body: text } = secrets[0] ?? result.answer;
      return { status, text, isReplay: result.outcome === 'replayed' };
    }
    case 'key_reused':
      return failed('key_reused');
    case 'key_in_use':
      return failed('key_in_use', { retryAfterSeconds: Math.ceil(result.retryAfterMs / 1000) });
  }
}

/** Carried out once more by the id that was kept in place of the answer. */
async function answerAnew(
  endpoint: Endpoint,
  request: EndpointRequest,
  { body: chosenId }: KeptAnswer,
): Promise<EndpointAnswer> {
  const answer = await endpoint.handle({ ...request, chosenId });
  if (isRefused(answer)) return answer;
  const { status, body: text } = textOf(answer);
  return { status, text, isReplay: true };
}

/** A refusal has no effect, so nothing of it is kept. */
const notKept = { status: 0, body: '' } as const;

function textOf(answer: Exclude<EndpointAnswer, Refused>): KeptAnswer {
  if ('text' in answer) return { status: answer.status, body: answer.text };
  const body = answer.body === null ? '' : JSON.stringify(answer.body);
  return { status: answer.status, body };
}
