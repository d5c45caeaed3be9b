import { type ChangeId, toId, type UserProductId } from '../../domain/ids.js';
import type { ReadOrganisationContext } from '../catalogue/organisation-context.js';
import type { Attempt, Attempts } from '../commit/attempts.js';
import { unguarded } from '../commit/guards.js';
import { unknownUserProduct, type WriteResult } from '../commit/write-result.js';
import type { IdSource } from '../ports/surroundings.js';
import type { RequestChange } from './change-command.js';
import { answerToRepeat, decideRequest, type DecideRequestDeps } from './decide-request.js';

export type RequestChangeDeps = DecideRequestDeps & {
  readonly readContext: ReadOrganisationContext;
  readonly attempts: Attempts;
  readonly ids: IdSource;
};

/**
 * Changes what a subscription is on: at once, or at the end of its period, as the policy decides
 * (docs/architecture.md §2).
 */
export function makeRequestChange(deps: RequestChangeDeps): RequestChange {
  return async (command, policy, guards = unguarded) => {
    const context = await deps.readContext(command.organisationId);
    if (context === null) return unknownUserProduct;
    const changeId = toId<ChangeId>(deps.ids.next());
    const successorId = toId<UserProductId>(deps.ids.next());

    // 1 Load the user product, what is due applied; anew as often as it moves under us.
    for await (const attempt of deps.attempts({ key: command, context, changeId, guards })) {
      const question = { command, policy, context, attempt, changeId, successorId };

      // 2 A repeat? Of this very call, of its key, or of the change that waits here or has ended this user product.
      const known = attempt.answeredBefore();
      if (known !== null) return known;
      const repeated = answerToRepeat(deps, question);
      if (repeated !== null) {
        const again = await answerAgain(attempt, repeated);
        if (again !== null) return again;
        continue;
      }

      // 3 Decide, where the caller's own conditions hold.
      const decided = attempt.guardFailure() ?? (await decideRequest(deps, question));

      // 4 Refuse, as a value.
      if ('failure' in decided) return attempt.refuse(decided);

      // 5 Commit: one update of one document. 6 Answer.
      const answer = await attempt.commit(decided);
      if (answer !== null) return answer;
    }
    return unknownUserProduct;
  };
}

/** The answer of before, unless the quote that comes with it says something else; null: the row has moved. */
async function answerAgain(
  attempt: Attempt,
  repeated: NonNullable<ReturnType<typeof answerToRepeat>>,
): Promise<WriteResult<never> | null> {
  return 'failure' in repeated ? attempt.refuse(repeated) : attempt.answer(repeated.id);
}
