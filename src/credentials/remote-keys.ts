import { BusyError } from '../application/ports/failures.js';
import type { Clock } from '../application/ports/surroundings.js';
import type { Log } from '../application/ports/log.js';
import type { FetchKeySet } from './fetch-key-set.js';
import type { KeySet } from './key-set.js';
import type { TokenKey } from './token-keys.js';

/** The key of that kid, or null where the issuer has none. Throws `BusyError` where its keys are not known at all. */
export type FindRemoteKey = (kid: string) => Promise<TokenKey | null>;

export type RemoteKeysDeps = {
  readonly fetchKeySet: FetchKeySet;
  /** Real time. */
  readonly clock: Clock;
  readonly log: Log;
};

const freshForMs = 10 * 60_000;
/** While the issuer does not answer. By then whatever token it signed before should have expired. */
const usedForMs = 60 * 60_000;
/** Between two fetches: tokens with made-up kids must not make us ask the issuer all the time. */
const coolDownMs = 30_000;

/**
 * Keys as they were at most 10 minutes ago. They are fetched when somebody needs one: many who wait are one fetch, a
 * kid that is unknown is asked for at most every 30 s, and keys that cannot be fetched again are used for an hour.
 */
export function makeRemoteKeys({ fetchKeySet, clock, log }: RemoteKeysDeps): FindRemoteKey {
  let keys: KeySet = new Map();
  let fetchedAt = -Infinity;
  let triedAt = -Infinity;
  let underWay: Promise<void> | null = null;

  const isWithin = (milliseconds: number, since: number): boolean => {
    const elapsed = clock.now() - since;
    return elapsed >= 0 && elapsed < milliseconds;
  };

  const fetchKeys = async (): Promise<void> => {
    triedAt = clock.now();
    try {
      keys = await fetchKeySet();
      fetchedAt = clock.now();
    } catch (error) {
      log.warn('the keys of the token issuer cannot be fetched', { error });
    } finally {
      underWay = null;
    }
  };

  return async (kid) => {
    const known = keys.get(kid);
    if (known !== undefined && isWithin(freshForMs, fetchedAt)) return known;
    if (underWay === null && !isWithin(coolDownMs, triedAt)) underWay = fetchKeys();
    await underWay;
    if (!isWithin(usedForMs, fetchedAt)) throw new BusyError('the keys of an issuer are not known');
    return keys.get(kid) ?? null;
  };
}
