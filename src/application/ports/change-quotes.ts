import type { ChangeQuote } from '../../domain/change/change-quote.js';

/** Quotes as texts that only we can write (docs/spec/payway-api.md §2). They expire by real time. */
export type ChangeQuotes = {
  /** `expiresAt` is real time, UTC milliseconds. */
  sign(quote: ChangeQuote): { readonly text: string; readonly expiresAt: number };
  /** Null for what is no quote of ours. Never throws on rubbish. */
  read(text: string): { readonly quote: ChangeQuote; readonly isExpired: boolean } | null;
};
