/**
 * Periods of user products that one request ends before it leaves the rest to the worker (docs/architecture.md §4): more
 * than a year of weeks.
 */
export const catchUpLimit = 60;
