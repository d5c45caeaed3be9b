import { BusyError } from '../ports/failures.js';
import type { Pause } from '../ports/surroundings.js';

const holdPauseMs = 100;

/** How many times a request still asks whether the one who ends the periods of an organisation in order is done. */
export type HoldWaits = { waits: number };

/** Two seconds in all. */
export function newHoldWaits(): HoldWaits {
  return { waits: 20 };
}

/**
 * Pauses before the next look at an organisation whose clock is being moved (docs/architecture.md §4). Throws `BusyError`
 * where the waits are used up: the caller is told to come again.
 */
export async function waitForHolder(
  { pause }: { readonly pause: Pause },
  left: HoldWaits,
): Promise<void> {
  if (left.waits === 0) throw new BusyError('a step of the test clock is under way');
  left.waits -= 1;
  await pause(holdPauseMs);
}
