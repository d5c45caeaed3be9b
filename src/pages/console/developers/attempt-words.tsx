import type { WebhookAttempt } from '../../../application/ports/webhook-delivery-store.js';
import type { Fact } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';

/** What came of one try in a word: the status that was answered, or why there was none. */
export function outcomeWords(
  { status, failure }: Pick<WebhookAttempt, 'status' | 'failure'>,
  { say }: Pick<Written, 'say'>,
): string {
  if (failure !== null) return say(`console.developers.attempt.${failure}`);
  return say('console.developers.attempt.answered', { status: String(status ?? '–') });
}

/** A try, fact by fact; what the receiver said is text, whatever stands in it. */
export function attemptFacts(attempt: WebhookAttempt, written: Written): readonly Fact[] {
  const { say, moment, number } = written;
  return [
    { name: say('console.developers.attempt.outcome'), value: outcomeWords(attempt, written) },
    { name: say('console.developers.attempt.at'), value: moment(attempt.at) },
    {
      name: say('console.developers.attempt.took'),
      value: say('console.developers.attempt.ms', { ms: number(attempt.durationMs) }),
    },
    { name: say('console.developers.attempt.said'), value: saidText(attempt, written) },
  ];
}

/** The first 1 kB of what the receiver said. */
function saidText({ answer }: Pick<WebhookAttempt, 'answer'>, { say }: Written) {
  return answer === null || answer === '' ? (
    say('console.developers.nothing')
  ) : (
    <pre class="said">{answer}</pre>
  );
}
