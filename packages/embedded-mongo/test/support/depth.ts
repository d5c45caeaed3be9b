/** How broad the tables are: `quick` takes a covering sample of the large ones, `full` (`npm run test:deep`) all. */
export const isFull = process.env.TEST_DEPTH === 'full';

/** How often a random test is run: the first number at full breadth. */
export const runs = (full: number, quick: number): number => (isFull ? full : quick);
