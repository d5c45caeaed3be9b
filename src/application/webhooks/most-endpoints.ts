/**
 * So many an organisation may have (docs/architecture.md §3): each needs a dispatcher and its own reading of the log, and
 * without a bound one organisation could slow down all others.
 */
export const mostEndpoints = 50;
