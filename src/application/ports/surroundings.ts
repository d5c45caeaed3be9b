import type { Instant } from '../../domain/time/instant.js';

/** Real time. What an organisation's own clock says is `application/period-end/organisation-now.ts`. */
export type Clock = { now(): Instant };

/** Milliseconds that pass and never jump, from whatever beginning: for how long something takes, never for when. */
export type Stopwatch = () => number;

/** Waits so many milliseconds. Tests hand in one that does not. */
export type Pause = (milliseconds: number) => Promise<void>;

/** A number in [0, 1). For jitter and for the order of buckets; never for an id or a secret. */
export type Random = () => number;

/** New ids, 24 hex characters, never the same twice on any machine. */
export type IdSource = { next(): string };
