import jwt from 'jsonwebtoken';
import type { ChangeQuotes } from '../application/ports/change-quotes.js';
import type { Clock } from '../application/ports/surroundings.js';
import { quoteGoodForMs, type ChangeQuote } from '../domain/change/change-quote.js';
import type { TokenKeys } from './token-keys.js';

/** No access token, and no access token is one: the kind stands in the header, whom it is for in the claims. */
const ownType = 'quote+jwt';
const audience = 'change-quote';

/** Quotes as JWTs by the keys that sign our access tokens. They hold for 15 minutes (docs/spec/payway-api.md §2). */
export function makeJwtChangeQuotes({
  keys,
  clock,
}: {
  readonly keys: TokenKeys;
  /** Real time. */
  readonly clock: Clock;
}): ChangeQuotes {
  const nowInSeconds = (): number => Math.floor(clock.now() / 1_000);
  return {
    sign: (quote) => {
      const { kid, algorithm, signing } = keys.signing;
      const exp = nowInSeconds() + quoteGoodForMs / 1_000;
      const header = { alg: algorithm, typ: ownType, kid };
      const text = jwt.sign({ aud: audience, exp, quote }, signing, {
        algorithm,
        header,
        noTimestamp: true,
      });
      return { text, expiresAt: exp * 1_000 };
    },

    read: (text) => {
      const payload = verified(keys, text);
      if (payload === null) return null;
      const { exp, quote } = payload;
      return { quote, isExpired: exp <= nowInSeconds() };
    },
  };
}

/** What we signed, and nothing else: so its form needs no second look. */
function verified(
  keys: TokenKeys,
  text: string,
): { readonly exp: number; readonly quote: ChangeQuote } | null {
  try {
    const header = jwt.decode(text, { complete: true })?.header;
    const key = keys.byKid.get(header?.kid ?? '');
    if (key === undefined || header?.typ !== ownType) return null;
    const payload = jwt.verify(text, key.verification, {
      algorithms: [key.algorithm],
      audience,
      ignoreExpiration: true,
    });
    return payload as unknown as { exp: number; quote: ChangeQuote };
  } catch {
    return null;
  }
}
