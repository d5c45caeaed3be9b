import {
  beatOnce,
  claimFile,
  claimNumbers,
  createClaim,
  highestClaim,
  releaseClaim,
  removeClaim,
} from './claim-files.js';
import { askLifeline, openLifeline } from './lifeline.js';
import { ownRecord, type OwnerRecord } from './owner-record.js';
import { waitUntilGone } from './wait-for-owner.js';

/** Whose claim it is that allows to write to a folder. */
export type HeldClaim = { readonly folder: string; readonly number: number };

/** The right to write to a folder, held by one process at a time. */
export type Ownership = {
  readonly claim: HeldClaim;
  /** Gives the folder up; what was open in it is closed by then. */
  readonly release: () => void;
};

const BEAT_MS = 500;

/**
 * Takes the folder for this instance, before anything in it is opened. Throws folder_in_use while its owner lives.
 * `onLost` is told once when the claim is gone although nobody gave it up.
 */
export async function takeFolder(
  folder: string,
  { instance, onLost }: { readonly instance: string; readonly onLost: () => void },
): Promise<Ownership> {
  const lifeline = await openLifeline(folder, instance);
  try {
    const number = await claim(folder, ownRecord({ instance, lifeline: lifeline?.name ?? null }));
    const file = claimFile(folder, number);
    const stopBeating = keepBeating(file, onLost);
    return {
      claim: { folder, number },
      release: () => {
        stopBeating();
        try {
          releaseClaim(file);
        } finally {
          // Whoever comes next sees by it that we are gone, also when the claim could not be written.
          lifeline?.close();
        }
      },
    };
  } catch (error) {
    lifeline?.close();
    throw error;
  }
}

/** Whether that instance holds this very folder, and not the one that this is a copy of. */
export async function isOwnedBy(folder: string, instance: string): Promise<boolean> {
  const claim = highestClaim(folder);
  if (claim?.owner?.instance !== instance || claim.isReleased) return false;
  const life = await askLifeline(folder, claim.owner);
  return life === 'unknown' ? claim.isOriginal : life === 'there';
}

// Only the winner removes what stood below, lowest first, and nothing ever removes the highest: so the highest
// number never goes down, and a process that stood still cannot find its own one to be the highest again.
async function claim(folder: string, owner: OwnerRecord): Promise<number> {
  for (;;) {
    const highest = highestClaim(folder);
    if (highest !== undefined) await waitUntilGone(folder, highest);
    const number = (highest?.number ?? 0) + 1;
    if (!createClaim(folder, number, owner)) continue;
    const numbers = claimNumbers(folder);
    if (numbers.at(-1) !== number) continue;
    for (const lower of numbers.slice(0, -1)) removeClaim(folder, lower);
    return number;
  }
}

function keepBeating(file: string, onLost: () => void): () => void {
  let count = 0;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const beat = async (): Promise<void> => {
    count += 1;
    try {
      await beatOnce(file, count);
    } catch (error) {
      // Any other failure passes; the claim itself is looked at before each write.
      if (!isStopped && (error as NodeJS.ErrnoException).code === 'ENOENT') {
        onLost();
        return;
      }
    }
    if (isStopped) return;
    timer = setTimeout(() => void beat(), BEAT_MS).unref();
  };
  void beat();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
