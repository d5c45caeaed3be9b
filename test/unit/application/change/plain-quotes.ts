import type { ChangeQuotes } from '../../../../src/application/ports/change-quotes.js';
import type { ChangeQuote } from '../../../../src/domain/change/change-quote.js';
import type { TestTime } from '../../../support/process.js';

const goodForMs = 60_000;

/** Quotes that anybody could write, good for a minute: signing them is not what these tests are about. */
export function plainQuotes(time: TestTime): ChangeQuotes {
  return {
    sign: (quote) => {
      const expiresAt = time.now() + goodForMs;
      return { text: JSON.stringify({ quote, expiresAt }), expiresAt };
    },
    read: (text) => {
      if (!text.startsWith('{')) return null;
      const { quote, expiresAt } = JSON.parse(text) as { quote: ChangeQuote; expiresAt: number };
      return { quote, isExpired: expiresAt <= time.now() };
    },
  };
}
