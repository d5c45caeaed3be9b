import type { DeliveryOutcome } from '../ports/webhook-delivery-store.js';

/** Resolves when it is written. */
export type RecordOutcome = (outcome: DeliveryOutcome) => Promise<void>;

/**
 * Writes outcomes in bulk, one bulk at a time: whatever comes in while one is being written goes into the next. So
 * sending never waits for a write of its own, and only few messages are sent twice after a crash.
 */
export function makeRecordOutcomes(
  write: (outcomes: readonly DeliveryOutcome[]) => Promise<void>,
): RecordOutcome {
  let gathered: DeliveryOutcome[] = [];
  let next: Promise<void> | null = null;
  let last: Promise<void> = Promise.resolve();

  const writeGathered = (): Promise<void> => {
    const outcomes = gathered;
    gathered = [];
    next = null;
    return write(outcomes);
  };

  return (outcome) => {
    gathered.push(outcome);
    if (next === null) {
      // One that failed is told to those who wait for it; the next bulk is a try of its own.
      next = last.then(writeGathered, writeGathered);
      last = next;
    }
    return next;
  };
}
