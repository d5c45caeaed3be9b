/**
 * Periods of user products that one request ends before it leaves the rest to the worker (docs/architecture.md §4): more
 * than a year of weeks.
 */
export const catchUpLimit = 60;

/**
 * User products of one account, by creating and importing: all of them are read and answered at once. What a change makes
 * of one is always let in (docs/architecture.md §3).
 */
export const mostUserProducts = 10_000;
