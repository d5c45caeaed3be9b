import { BusyError } from '../ports/failures.js';
import type { Pause, Random } from '../ports/surroundings.js';

export type UntilWrittenDeps = { readonly pause: Pause; readonly random: Random };

const mostTries = 20;
const longestPauseMs = 50;

/**
 * Reads, decides and writes by a filter on what was read, again where somebody else was faster: two writes at once come
 * one after the other, each whole. Throws `BusyError` where others were faster all the time.
 */
export async function untilWritten<Outcome>(
  deps: UntilWrittenDeps,
  attempt: () => Promise<Outcome | 'lost'>,
): Promise<Outcome> {
  for (let tries = 1; tries <= mostTries; tries += 1) {
    const outcome = await attempt();
    if (outcome !== 'lost') return outcome;
    await deps.pause(deps.random() * longestPauseMs * (tries / mostTries));
  }
  throw new BusyError('others wrote the same all the time');
}
