import { KeyObject } from 'node:crypto';
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type CryptoKey,
  type FetchImplementation,
} from 'jose';
import { BusyError } from '../application/ports/failures.js';
import type { Log } from '../application/ports/log.js';
import { type PairAlgorithm, whyUnfit } from './asymmetric-key.js';
import { readKeySet } from './read-key-set.js';

/**
 * The key of that kid for that algorithm, or null where the issuer has none. Throws `BusyError` where its keys are not
 * known at all.
 */
export type FindRemoteKey = (kid: string, algorithm: PairAlgorithm) => Promise<KeyObject | null>;

export type RemoteKeysDeps = {
  readonly url: string;
  readonly log: Log;
  readonly timeoutMs?: number;
  /** How the issuer is asked: node's `fetch` but in tests. */
  readonly ask?: FetchImplementation;
};

const freshForMs = 10 * 60_000;
/** While the issuer does not answer. By then whatever token it signed before should have expired. */
const usedForMs = 60 * 60_000;
/** Between two fetches: tokens with made-up kids must not make us ask the issuer all the time. */
const coolDownMs = 30_000;

/**
 * Keys as they were at most 10 minutes ago. They are fetched when somebody needs one: many who wait are one fetch, a
 * kid that is unknown is asked for at most every 30 s, and keys that cannot be fetched again are used for an hour.
 * `jose` fetches, joins those who wait, cools down after an answer and finds the key. How old keys may be, and the pause
 * after a fetch that failed, are said here, by the machine's clock, because `jose` asks no other.
 */
export function makeRemoteKeys(deps: RemoteKeysDeps): FindRemoteKey {
  const { url, log, timeoutMs = 3_000, ask = fetch } = deps;
  let fetchedAt = -Infinity;
  let failedAt = -Infinity;

  const fetchKeySet: FetchImplementation = async (address, options) => {
    if (isWithin(coolDownMs, failedAt)) throw new Error('the issuer failed less than 30 s ago');
    try {
      const answer = await readKeySet(await ask(address, options));
      fetchedAt = Date.now();
      return answer;
    } catch (error) {
      failedAt = Date.now();
      log.warn('the keys of the token issuer cannot be fetched', { error });
      throw error;
    }
  };
  const keySet = createRemoteJWKSet(new URL(url), {
    [customFetch]: fetchKeySet,
    timeoutDuration: timeoutMs,
    cooldownDuration: coolDownMs,
    cacheMaxAge: Infinity,
  });

  return async (kid, algorithm) => {
    if (!isWithin(freshForMs, fetchedAt)) await keySet.reload().catch(() => undefined);
    if (!isWithin(usedForMs, fetchedAt)) throw new BusyError('the keys of an issuer are not known');
    const found = await keySet({ kid, alg: algorithm }).catch(firstOf);
    if (found === null) return null;
    const key = KeyObject.from(found);
    return whyUnfit(algorithm, key) === null ? key : null;
  };
}

/** Of several that fit, the one that is listed first. None where no key fits, or the one that does is none. */
async function firstOf(error: unknown): Promise<CryptoKey | null> {
  if (!(error instanceof errors.JWKSMultipleMatchingKeys)) return null;
  for await (const key of error) return key;
  return null;
}

/** False for what is still to come: the clock was set back, and nobody knows how long ago it was. */
function isWithin(milliseconds: number, since: number): boolean {
  const elapsed = Date.now() - since;
  return elapsed >= 0 && elapsed < milliseconds;
}
