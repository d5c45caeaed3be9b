/** The document of a user product stays small (design.md §3): so many of each, and no more. */
export const outboxLimit = 32;
export const recentChangesLimit = 32;
export const keptAnswersLimit = 32;

/** Periods that one call catches up before it gives up: ten years of days. */
export const catchUpLimit = 4_000;
