/** How long the stores wait for the database, and how much of it they use at once. Milliseconds. */
export type StoreLimits = {
  readonly poolSize: number;
  readonly connectMs: number;
  readonly selectMs: number;
  readonly queueMs: number;
  readonly replyMs: number;
  readonly majorityMs: number;
  readonly indexBuildMs: number;
};

type Given = {
  readonly requestTimeoutMs: number;
  readonly longestWaitMs?: number;
  readonly limits?: Partial<StoreLimits>;
};

const defaultLongestWaitMs = 3_000;
const defaultPoolSize = 50;
const defaultIndexBuildMs = 600_000;

/**
 * The limits that are given, and the others by the time-out of a request: whatever waits for the database gives up
 * before. A write that waits for a majority is told so by the server before its reply is given up. At 10 s: 3 s for a
 * connection, 5 s for a reply, 4 s for a majority.
 */
export function storeLimits({
  requestTimeoutMs,
  longestWaitMs = defaultLongestWaitMs,
  limits = {},
}: Given): StoreLimits {
  const waitMs = Math.min(longestWaitMs, Math.floor(requestTimeoutMs * 0.3));
  return {
    poolSize: defaultPoolSize,
    connectMs: waitMs,
    selectMs: waitMs,
    queueMs: waitMs,
    replyMs: Math.floor(requestTimeoutMs * 0.5),
    majorityMs: Math.floor(requestTimeoutMs * 0.4),
    indexBuildMs: defaultIndexBuildMs,
    ...limits,
  };
}
