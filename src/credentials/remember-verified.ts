import type { TokenClaims } from '../application/ports/access-tokens.js';
import type { Clock } from '../application/ports/surroundings.js';

/** What a token says, and the instant from which it says it no longer. */
export type VerifiedToken = { readonly claims: TokenClaims; readonly holdsUntil: number };

type Verified = VerifiedToken & { readonly verifiedAt: number };

const remembered = 1_000;

/**
 * Verifies each token once while it holds: the keys never change in a process, so the same bytes have the same outcome,
 * and a client sends the same token for an hour. Only tokens that hold are remembered, the oldest go first, and a clock
 * that was set back has them verified anew. Whether their client may still call is asked elsewhere, each time.
 */
export function rememberVerified(
  clock: Clock,
  verify: (token: string) => VerifiedToken | null,
): (token: string) => TokenClaims | null {
  const known = new Map<string, Verified>();
  return (token) => {
    const now = clock.now();
    const before = known.get(token);
    if (before !== undefined && now >= before.verifiedAt && now < before.holdsUntil) {
      return before.claims;
    }
    known.delete(token);
    const verified = verify(token);
    if (verified === null) return null;
    known.set(token, { ...verified, verifiedAt: now });
    const [oldest] = known.keys();
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return verified.claims;
  };
}
