/** Waits so many milliseconds. Tests hand in one that does not. */
export type Pause = (milliseconds: number) => Promise<void>;
