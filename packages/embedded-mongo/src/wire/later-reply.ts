import type { Reply } from './encode-reply.js';

/**
 * A reply that may wait: a client that watches a server asks what it is, and wants to hear of it when that changes, or
 * after so long. Nothing changes here, so it hears after so long; at once if what it knows is of another process.
 */
export class LaterReply {
  readonly firstAfterMs: number;
  /** Between a reply and the next, for a client that lets us go on. */
  readonly everyMs: number;
  readonly describe: () => Reply;

  constructor(
    { firstAfterMs, everyMs }: { readonly firstAfterMs: number; readonly everyMs: number },
    describe: () => Reply,
  ) {
    this.firstAfterMs = firstAfterMs;
    this.everyMs = everyMs;
    this.describe = describe;
  }
}
