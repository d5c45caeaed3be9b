/** Periods that one call catches up before it gives up: ten years of days. */
export const catchUpLimit = 4_000;
