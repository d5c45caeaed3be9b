/** How long an answer is kept: 24 hours of real time. */
export const keptForMs = 24 * 60 * 60 * 1000;
