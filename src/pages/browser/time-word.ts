/** What a page says of time that runs out. */
export type TimeWord = 'ended' | 'last' | 'ending' | 'quoteEnded' | 'quoteEnding';

/** Said so long before: two minutes (docs/spec/pages.md §15). */
const warnSeconds = 120;

/**
 * What is said now; null: nothing. The visit comes before the quote, for nothing can be ordered after it. Null seconds: there
 * is no such time. `isLongest`: the visit was asked to stay, and lasts no longer than that.
 */
export function timeWord(left: {
  readonly session: number | null;
  readonly quote: number | null;
  readonly isLongest: boolean;
}): TimeWord | null {
  const { session, quote, isLongest } = left;
  if (session !== null && session <= 0) return 'ended';
  if (session !== null && session <= warnSeconds) return isLongest ? 'last' : 'ending';
  if (quote !== null && quote <= 0) return 'quoteEnded';
  return quote !== null && quote <= warnSeconds ? 'quoteEnding' : null;
}

/** Whether a visit that has been prolonged still has to be warned of: it has come to its longest. */
export function isLongestVisit(secondsLeft: number): boolean {
  return secondsLeft <= warnSeconds;
}
