import type { PaywayChangePreview } from '../../src/http/payway/payway-changes.js';
import type { ChangeQuotes } from '../../src/application/ports/change-quotes.js';
import { makeJwtChangeQuotes } from '../../src/credentials/jwt-change-quotes.js';
import {
  generateTokenKeys,
  parseTokenKeys,
  type TokenKeys,
} from '../../src/credentials/token-keys.js';
import type { TestTime } from './process.js';

/** Keys that nobody else has. */
export function makeTestKeys(): TokenKeys {
  const parsed = parseTokenKeys(generateTokenKeys());
  if (!parsed.ok) throw new Error(parsed.faults.join());
  return parsed.keys;
}

/** Quotes as the product signs them, by that clock. */
export function signedQuotes(time: TestTime, keys = makeTestKeys()): ChangeQuotes {
  return makeJwtChangeQuotes({ keys, clock: { now: time.now } });
}

/** The quote of a preview. Throws where the change is refused. */
export function quoteIn(preview: PaywayChangePreview | null): string {
  if (preview?.allowed !== true) throw new Error('the preview gives no quote');
  return preview.quote;
}
