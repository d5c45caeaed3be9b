import { type EventId, type UserProductId, toId } from '../../../src/domain/ids.js';

/** An id made of a number, the same each time. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function idOf<T extends ReturnType<typeof toId>>(number: number): T {
  return toId<T>(number.toString(16).padStart(24, '0'));
}

/** Event ids 1, 2, 3 … and one successor id. */
export function countingIds(successor = 900): {
  successorId: UserProductId;
  nextEventId: () => EventId;
} {
  let last = 0;
  return {
    successorId: idOf<UserProductId>(successor),
    nextEventId: () => {
      last += 1;
      return idOf<EventId>(last);
    },
  };
}
