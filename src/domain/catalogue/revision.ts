import type { Instant } from '../time/instant.js';

/** How often something of the catalogue was edited, and when: what `If-Match` takes, and what an edit is told by. */
export type Revision = {
  /** Counts edits, from 1. */
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
};
