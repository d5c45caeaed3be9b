import type { CountReplay, ReplayEvents } from './replay-events.js';

/** As `ReplayEvents`, for a range that somebody was told the count of; `count_moved`: it is another one by now. */
export type ReplayCounted = (
  asked: Parameters<ReplayEvents>[0] & { readonly upTo: number; readonly count: number },
) => Promise<
  | Awaited<ReturnType<ReplayEvents>>
  | { readonly ok: false; readonly failure: 'count_moved'; readonly count: number }
>;

export type ReplayCountedDeps = {
  readonly countReplay: CountReplay;
  readonly replayEvents: ReplayEvents;
};

/** Queues exactly as many events as were told before, or none. */
export function makeReplayCounted(deps: ReplayCountedDeps): ReplayCounted {
  return async ({ count, ...range }) => {
    const counted = await deps.countReplay(range);
    if (!counted.ok) return counted;
    if (counted.count !== count) {
      return { ok: false, failure: 'count_moved', count: counted.count };
    }
    return deps.replayEvents(range);
  };
}
