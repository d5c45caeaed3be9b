import type { ChangeTerms } from '../user-product/change.js';
import type { ChangeDecision } from './change-decision.js';

/** What of a decision is kept with the user product that it ends, and pinned by a quote. */
export function settledTerms({
  kind,
  rule,
  effectiveAt,
  next,
  amounts,
}: ChangeDecision): ChangeTerms {
  const { validTo, renewedAtOnce } = next;
  return { kind, rule, effectiveAt, validTo, renewedAtOnce, amounts };
}
