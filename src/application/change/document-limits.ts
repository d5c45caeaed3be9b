/** A user product's document stays small (design.md §3): with this many undrained entries it is drained first. */
export const outboxLimit = 32;

/** So many of the last changes are kept in the document, to tell a write whose reply was lost whether it was done. */
export const recentChangesLimit = 32;
