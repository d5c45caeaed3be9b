import type { RunOnce } from '../application/idempotency/run-once.js';
import type { Endpoint, EndpointAnswer, EndpointRequest } from './endpoint.js';
import { isProblem, type Problem } from './problem.js';
import { problems, keyInUse } from './problems.js';

/** Carries out a write whose answer is kept in a record of its own, or repeats that answer (design.md §5). */
export async function answerOnce(
  endpoint: Endpoint,
  request: EndpointRequest,
  runOnce: RunOnce,
): Promise<EndpointAnswer> {
  const { keyed } = request.guards;
  if (keyed === null) return endpoint.handle(request);
  const { organisationId } = request.caller;
  const refusals: Problem[] = [];
  const result = await runOnce({ ...keyed, organisationId }, async (chosenId) => {
    const answer = await endpoint.handle({ ...request, chosenId });
    if (isProblem(answer)) refusals.push(answer);
    return { hadEffect: !isProblem(answer), answer: textOf(answer) };
  });
  const [refused] = refusals;
  if (refused !== undefined) return refused;
  switch (result.outcome) {
    case 'first':
    case 'replayed': {
      const { status, body: text } = result.answer;
      return { status, text, isReplay: result.outcome === 'replayed' };
    }
    case 'key_reused':
      return problems.keyReused;
    case 'key_in_use':
      return keyInUse(Math.ceil(result.retryAfterMs / 1000));
  }
}

function textOf(answer: EndpointAnswer): { status: number; body: string } {
  if ('text' in answer) return { status: answer.status, body: answer.text };
  const body = answer.body === null ? '' : JSON.stringify(answer.body);
  return { status: answer.status, body };
}
