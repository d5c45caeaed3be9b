import type { Instant } from '../../domain/time/instant.js';

/** Real time. What an organisation's own clock says is `application/period-end/organisation-now.ts`. */
export type Clock = { now(): Instant };
