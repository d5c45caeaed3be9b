import type { Instant } from '../../domain/time/instant.js';

/** Real time. What an organisation's own clock says is `application/period-end/organisation-now.ts`. */
export type Clock = { now(): Instant };

/** Waits so many milliseconds. Tests hand in one that does not. */
export type Pause = (milliseconds: number) => Promise<void>;

/** A number in [0, 1). For jitter and for the order of buckets; never for an id or a secret. */
export type Random = () => number;

/** New ids, 24 hex characters, never the same twice on any machine. */
export type IdSource = { next(): string };
