import { createHmac, type KeyObject } from 'node:crypto';
import jwt from 'jsonwebtoken';
import type { ChangeQuotes } from '../application/ports/change-quotes.js';
import type { Clock } from '../application/ports/surroundings.js';
import { quoteGoodForMs, type ChangeQuote } from '../domain/change/change-quote.js';
import { drawKeys } from './drawn-keys.js';
import type { TokenKeys } from './token-keys.js';

/** No access token, as its header says to whoever verifies those. */
const ownType = 'quote+jwt';
const audience = 'change-quote';
const algorithm = 'HS256';

/** Of each key that can sign, by its kid. */
type QuoteKeys = ReadonlyMap<string, KeyObject>;

/**
 * Quotes as JWTs, which hold for 15 minutes (docs/spec/payway-api.md §2). Nobody but us reads one, so it needs no key pair,
 * whose signature costs 4 to 80 times as much for each plan of a list: its secret is drawn from that of the key that signs
 * our access tokens, and signs nothing else (docs/decisions/13-guarded-writes.md).
 */
export function makeJwtChangeQuotes({
  keys,
  clock,
}: {
  readonly keys: TokenKeys;
  /** Real time. */
  readonly clock: Clock;
}): ChangeQuotes {
  const { kid, current: signingKey, byKid: quoteKeys } = drawKeys(keys, audience);
  const header = encoded({ alg: algorithm, typ: ownType, kid });
  const nowInSeconds = (): number => Math.floor(clock.now() / 1_000);
  return {
    sign: (quote) => {
      const exp = nowInSeconds() + quoteGoodForMs / 1_000;
      const signed = `${header}.${encoded({ aud: audience, exp, quote })}`;
      const signature = createHmac('sha256', signingKey).update(signed).digest('base64url');
      return { text: `${signed}.${signature}`, expiresAt: exp * 1_000 };
    },

    read: (text) => {
      const payload = verified(quoteKeys, text);
      if (payload === null) return null;
      const { exp, quote } = payload;
      return { quote, isExpired: exp <= nowInSeconds() };
    },
  };
}

/** As a JWT holds it. Put together here, because the library takes half as long again for each of 300 quotes. */
function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** What we signed, and nothing else: so its form needs no second look. */
function verified(
  quoteKeys: QuoteKeys,
  text: string,
): { readonly exp: number; readonly quote: ChangeQuote } | null {
  try {
    const key = quoteKeys.get(jwt.decode(text, { complete: true })?.header.kid ?? '');
    if (key === undefined) return null;
    const payload = jwt.verify(text, key, {
      algorithms: [algorithm],
      audience,
      ignoreExpiration: true,
    });
    return payload as unknown as { exp: number; quote: ChangeQuote };
  } catch {
    return null;
  }
}
