import {
  type DocumentId,
  type EventId,
  type UserProductId,
  toId,
} from '../../../src/domain/ids.js';

/** An id made of a number, the same each time. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller names the sort of id
export function idOf<T extends ReturnType<typeof toId>>(number: number): T {
  return toId<T>(number.toString(16).padStart(24, '0'));
}

/** Event ids 1, 2, 3 …, document ids from 0x10000 on, and one successor id. */
export function countingIds(successor = 900): {
  successorId: UserProductId;
  nextEventId: () => EventId;
  nextDocumentId: () => DocumentId;
} {
  let [last, document] = [0, 0x10000 * successor];
  return {
    successorId: idOf<UserProductId>(successor),
    nextEventId: () => {
      last += 1;
      return idOf<EventId>(last);
    },
    nextDocumentId: () => {
      document += 1;
      return idOf<DocumentId>(document);
    },
  };
}
