/** The document of a user product stays small (design.md §3): so many of each, and no more. */
export const outboxLimit = 32;
export const recentChangesLimit = 32;
export const keptAnswersLimit = 32;
