import type { Clock } from '../ports/surroundings.js';
import { type IdempotencyStore, keptForMs } from '../ports/idempotency-store.js';
import type { OrganisationStore } from '../ports/organisation-store.js';

/** Answers how many were forgotten. */
export type ForgetOldAnswers = (stopping: () => boolean) => Promise<number>;

/**
 * Deletes what was kept for an `Idempotency-Key` longer ago than it is promised (docs/architecture.md §5). Those in
 * user products go when the next one is kept there.
 */
export function makeForgetOldAnswers(deps: {
  readonly organisations: Pick<OrganisationStore, 'list'>;
  readonly idempotency: Pick<IdempotencyStore, 'deleteBefore'>;
  readonly clock: Clock;
}): ForgetOldAnswers {
  return async (stopping) => {
    let forgotten = 0;
    for (const { id } of await deps.organisations.list()) {
      if (stopping()) break;
      forgotten += await deps.idempotency.deleteBefore(id, deps.clock.now() - keptForMs);
    }
    return forgotten;
  };
}
