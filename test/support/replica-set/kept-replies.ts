import mongoose from 'mongoose';
import type { Fields } from './wire.js';

/**
 * Replies of writes by session and number: a write that a driver sends a second time is not done a second time, and
 * gets the first reply. A write that failed as a whole may be done anew.
 */
export type KeptReplies = {
  /** Runs it, or answers what the same write was answered; commands without a number simply run. */
  readonly once: (command: Fields, run: () => Promise<Fields>) => Promise<Fields>;
};

export function makeKeptReplies(): KeptReplies {
  const kept = new Map<string, Promise<Fields>>();
  return {
    once: (command, run) => {
      const key = keyOf(command);
      if (key === null) return run();
      const known = kept.get(key);
      if (known !== undefined) return known;
      const reply = run();
      kept.set(key, reply);
      void reply.then((it) => {
        if (Number(it.ok) !== 1) kept.delete(key);
      });
      return reply;
    },
  };
}

function keyOf(command: Fields): string | null {
  const { lsid, txnNumber } = command as { lsid?: unknown; txnNumber?: unknown };
  if (txnNumber === undefined) return null;
  return mongoose.mongo.BSON.EJSON.stringify({ lsid, txnNumber }, { relaxed: false });
}

/** The command without what a standalone server refuses. */
export function withoutNumber(command: Fields): Fields {
  return Object.fromEntries(Object.entries(command).filter(([field]) => field !== 'txnNumber'));
}
