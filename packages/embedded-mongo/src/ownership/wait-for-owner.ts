import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedMongoError } from '../errors/embedded-mongo-error.js';
import { highestClaim, type Claim } from './claim-files.js';
import { askLifeline, type Life } from './lifeline.js';
import { describeOwner } from './owner-record.js';

/** How long an owner may stand still before it counts as dead, where the kernel cannot tell. */
const STILL_MS = 4_000;
const LOOK_MS = 100;

/**
 * Settles when the claim's owner is gone: it has let go, the kernel says that nobody holds its lifeline, or, where the
 * kernel cannot tell, its beat has stood still for 4 s. Throws folder_in_use when it is alive, after 5 s at most.
 */
export async function waitUntilGone(folder: string, first: Claim): Promise<void> {
  const end = performance.now() + STILL_MS;
  for (let claim: Claim | undefined = first; claim?.number === first.number;) {
    const life = await lifeOf(folder, claim);
    if (life === 'gone') return;
    if (claim.beat !== first.beat) throw inUse(folder, claim);
    if (performance.now() >= end) {
      if (life === 'unknown') return;
      throw standsStill(folder, claim);
    }
    await pause(LOOK_MS);
    claim = highestClaim(folder);
  }
}

function lifeOf(folder: string, { owner, isReleased }: Claim): Promise<Life> {
  if (isReleased) return Promise.resolve('gone');
  return owner === null ? Promise.resolve('unknown') : askLifeline(folder, owner);
}

function inUse(folder: string, claim: Claim): EmbeddedMongoError {
  return new EmbeddedMongoError(
    'folder_in_use',
    `The database folder ${folder} is in use by ${named(claim)}: stop that one first.`,
  );
}

function standsStill(folder: string, claim: Claim): EmbeddedMongoError {
  return new EmbeddedMongoError(
    'folder_in_use',
    `The database folder ${folder} is in use by ${named(claim)}, which is there but stands still: let it go on, or end it.`,
  );
}

function named({ owner, number }: Claim): string {
  return owner === null
    ? `the process that is writing owner-${String(number)} there`
    : `${describeOwner(owner)}, since ${owner.since}`;
}
