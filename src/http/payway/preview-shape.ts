import type { PaywayChangePreview } from './payway-changes.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import { toInstant } from '../../domain/time/instant.js';
import { refusalMessage } from './problems/refusal-problems.js';
import { instant, maybe, maybeText, objectSchema } from './schemas.js';
import {
  amountsSchema,
  soldPeriodSchema,
  targetPackageSchema,
  toAmountsItem,
  toSoldPeriodItem,
  toTargetPackageItem,
} from './target-shapes.js';

const refusalSchema = objectSchema({
  code: { type: 'string' },
  message: { type: 'string' },
  facts: { type: 'object' },
});

export const previewSchema = objectSchema({
  allowed: { type: 'boolean' },
  kind: maybe({ enum: ['upgrade', 'downgrade', 'change'] }),
  rule: maybeText,
  effective_at: maybe(instant),
  target_package: maybe(targetPackageSchema),
  target_period: maybe(soldPeriodSchema),
  valid_to: maybe(instant),
  amounts: maybe(amountsSchema),
  refusals: { type: 'array', items: refusalSchema },
  quote: maybeText,
  expires_at: maybe(instant),
});

const nothing = {
  kind: null,
  rule: null,
  effective_at: null,
  target_package: null,
  target_period: null,
  valid_to: null,
  amounts: null,
};

/** What a change would come to (spec/payway-api.md §6). */
export function toPreviewItem(preview: PaywayChangePreview): Record<string, unknown> {
  if (!preview.allowed) {
    const refusals = preview.refusals.map(({ reason, facts }) => ({
      code: reason,
      message: refusalMessage(reason),
      facts,
    }));
    return { allowed: false, ...nothing, refusals, quote: null, expires_at: null };
  }
  const { decision, quote, quoteExpiresAt, timeZone, context } = preview;
  return {
    allowed: true,
    kind: decision.kind,
    rule: decision.rule,
    effective_at: formatInstant(decision.effectiveAt, timeZone),
    target_package: toTargetPackageItem(decision.target, context.catalogue),
    target_period: toSoldPeriodItem(decision.target.period),
    valid_to: formatInstant(decision.next.validTo, timeZone),
    amounts: toAmountsItem(decision.amounts),
    refusals: [],
    quote,
    expires_at: formatInstant(toInstant(quoteExpiresAt), timeZone),
  };
}
