import type { ChangeId } from '../ids.js';
import type { CommitFrame } from './commit-frame.js';

/** What every write that is no change of package is made of. `at` is the organisation's now. */
export type WriteOrder = CommitFrame & {
  /** Names this write, so that a try whose reply was lost is recognised; no row of `changes` has it. */
  readonly changeId: ChangeId;
};
