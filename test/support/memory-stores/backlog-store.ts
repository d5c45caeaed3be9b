import type { BacklogStore } from '../../../src/application/ports/database-health.js';
import { dueBy } from './due-rows.js';
import { type Memory, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';

/** How far behind the background is. */
export function makeBacklogStore({ userProducts }: Memory): BacklogStore {
  return inOneStep<BacklogStore>({
    countDue: (organisationId, { now, limit }) =>
      dueBy(rowsOf(userProducts, organisationId), now).slice(0, limit).length,

    oldestEntryAt: () => {
      const entries = rowsOf(userProducts, 'all').flatMap(({ outbox, successor }) => [
        ...outbox,
        ...(successor?.outbox ?? []),
      ]);
      const [oldest = null] = entries.map((it) => it.createdAt).toSorted((a, b) => a - b);
      return oldest;
    },
  });
}
