import { OwnershipLostError } from '../errors/ownership-lost-error.js';
import { claimNumbers } from './claim-files.js';
import type { HeldClaim } from './take-folder.js';

/** Whether the folder is still ours. Each throws OwnershipLostError when it is not. */
export type OwnerCheck = {
  /** Throws as well when the folder cannot be read: what is not written yet can still be refused. */
  readonly beforeCommit: () => void;
  readonly afterCommit: () => void;
  /** Looks only when it was last ours over a second ago: a process that stood still has lost that second. */
  readonly ifOld: () => void;
};

const FRESH_MS = 1_000;

/** Makes the check of one claim: it is the highest one there. */
export function makeOwnerCheck({ folder, number }: HeldClaim): OwnerCheck {
  let checkedAt = -Infinity;
  const beforeCommit = (): void => {
    if (highestIn(folder) !== number) throw new OwnershipLostError();
    checkedAt = performance.now();
  };
  return {
    beforeCommit,
    afterCommit: () => {
      try {
        beforeCommit();
      } catch (error) {
        if (error instanceof OwnershipLostError) throw error;
      }
    },
    ifOld: () => {
      if (performance.now() - checkedAt > FRESH_MS) beforeCommit();
    },
  };
}

function highestIn(folder: string): number | undefined {
  try {
    return claimNumbers(folder).at(-1);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
