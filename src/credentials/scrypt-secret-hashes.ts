import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import type { SecretHashes, Turn } from '../application/ports/secret-hashes.js';
import { makeTakeTurns } from './take-turns.js';

type Cost = { readonly N: number; readonly r: number; readonly p: number };
type StoredHash = Cost & { readonly salt: Buffer; readonly hash: Buffer };

export type ScryptSecretHashesOptions = {
  /** 2^15 takes 32 MB and some 50 ms. Lower only in tests. */
  readonly N?: number;
  /** How many run at once, each in a thread of node's pool with its own memory. */
  readonly atOnce?: number;
  /** How many may wait for that; more are told to come back. */
  readonly waiting?: number;
};

const deriveKey = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);
const hashBytes = 32;
const saltBytes = 16;
/** What a stored hash may ask for: a row that was tampered with must not eat the memory. */
const costliest = { N: 2 ** 17, r: 8, p: 4 };

/** Of what is not asked over a network. */
const operatorsTurn: Turn = { from: '', signal: new AbortController().signal };

/** Secrets as `scrypt$N$r$p$salt$hash`, hashed off the main thread. Throws `BusyError` when too many wait. */
export function makeScryptSecretHashes(options: ScryptSecretHashesOptions = {}): SecretHashes {
  const { N = 2 ** 15, atOnce = 2, waiting = 100 } = options;
  const cost = { N, r: 8, p: 1 };
  const takeTurns = makeTakeTurns({ atOnce, waiting, refusal: 'too many secrets to check' });
  const derive = (turn: Turn, secret: string, { N, r, p, salt }: Cost & { salt: Buffer }) =>
    takeTurns(turn, () => deriveKey(secret, salt, hashBytes, { N, r, p, maxmem: 256 * N * r }));
  // Compared with where there is nothing to compare with; its hash is no secret's.
  const nobody: StoredHash = {
    ...cost,
    salt: randomBytes(saltBytes),
    hash: randomBytes(hashBytes),
  };
  return {
    async hash(secret) {
      const salt = randomBytes(saltBytes);
      const hash = await derive(operatorsTurn, secret, { ...cost, salt });
      return [
        'scrypt',
        N,
        cost.r,
        cost.p,
        salt.toString('base64url'),
        hash.toString('base64url'),
      ].join('$');
    },
    async matches(secret, stored, turn = operatorsTurn) {
      const expected = (stored === null ? null : parseHash(stored)) ?? nobody;
      const actual = await derive(turn, secret, expected);
      return timingSafeEqual(actual, expected.hash) && expected !== nobody;
    },
  };
}

/** Null for what this code did not write. */
function parseHash(stored: string): StoredHash | null {
  const match = /^scrypt\$(\d{1,7})\$(\d)\$(\d)\$([\w-]{22})\$([\w-]{43})$/.exec(stored);
  if (match === null) return null;
  const [, N, r, p, salt = '', hash = ''] = match;
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  if (!isAffordable(cost)) return null;
  return { ...cost, salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') };
}

function isAffordable({ N, r, p }: Cost): boolean {
  const isPowerOfTwo = N > 1 && (N & (N - 1)) === 0;
  const isBounded = N <= costliest.N && r <= costliest.r && p <= costliest.p;
  return isPowerOfTwo && isBounded && r > 0 && p > 0;
}
