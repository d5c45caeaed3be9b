import type { Instant } from '../../domain/time/instant.js';
import type { Ruling } from '../../domain/user-product/ruling.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type { Attempts, UserProductWrite } from './attempts.js';
import { unknownUserProduct, type WriteResult } from './write-result.js';

/** A write that one rule of the domain decides, on the row as it is at that instant. */
export type WriteByRule = <Reason extends string>(
  write: UserProductWrite,
  rule: (product: UserProduct, now: Instant) => Ruling<Reason>,
) => Promise<WriteResult<Reason>>;

/**
 * The steps of every write that is no request to change: load, guards, rule, refuse, commit, answer
 * (docs/architecture.md §5).
 */
export function makeWriteByRule(deps: { readonly attempts: Attempts }): WriteByRule {
  return async (write, rule) => {
    for await (const attempt of deps.attempts(write)) {
      const known = attempt.answeredBefore();
      if (known !== null) return known;
      const guarded = attempt.guardFailure();
      if (guarded !== null) return attempt.refuse(guarded);

      const ruling = rule(attempt.product, attempt.now);
      if (ruling.rule === 'refuse') {
        return attempt.refuse({ ok: false, failure: 'refused', refusals: ruling.refusals });
      }
      const { id } = ruling;
      const answer =
        ruling.rule === 'commit' ? await attempt.commit(ruling) : await attempt.answer(id);
      if (answer !== null) return answer;
    }
    return unknownUserProduct;
  };
}
