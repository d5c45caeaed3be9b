import type { RunOnce } from '../../../application/idempotency/run-once.js';
import { requestKeyedByForm } from '../../kit/keyed-form.js';
import { type PageAnswer, see } from '../../kit/page-route.js';
import type { OrganisationVisit } from '../visitor.js';

/** What came of it, and where that is looked at later; null: nothing was done, and the form may be sent again. */
type Done = { readonly answer: PageAnswer; readonly path: string | null };

/**
 * Does what a form asks for once, by the key in it. Sent again it leads to what was made: an answer that told a secret is
 * kept nowhere, so no repeat tells it again.
 */
export async function doneOnce(
  { runOnce }: { readonly runOnce: RunOnce },
  visit: OrganisationVisit,
  asked: {
    readonly action: string;
    readonly command: readonly (string | number | null)[];
    readonly run: (chosenId: string) => Promise<Done>;
  },
): Promise<PageAnswer> {
  const { visitor, form } = visit;
  const organisationId = visitor.at.organisation.id;
  const owner = ['console', organisationId, visitor.operator.id];
  const { action, command, run } = asked;
  const keyed = requestKeyedByForm({ owner, action, key: form.key ?? '', command });
  const answers: PageAnswer[] = [];
  const result = await runOnce({ organisationId, ...keyed }, async (chosenId) => {
    const { answer, path } = await run(chosenId);
    answers.push(answer);
    return { hadEffect: path !== null, answer: { status: 303, body: path ?? '' } };
  });
  switch (result.outcome) {
    case 'first':
      return answers[0] ?? see(result.answer.body);
    case 'replayed':
      return see(result.answer.body);
    case 'key_reused':
      return { answer: 'failed', failure: 'faulty_form' };
    case 'key_in_use':
      return { answer: 'failed', failure: 'unavailable' };
  }
}
