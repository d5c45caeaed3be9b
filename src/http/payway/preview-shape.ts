import { z } from 'zod';
import { formatInstant } from '../../domain/time/instant-text.js';
import { toInstant } from '../../domain/time/instant.js';
import { changeFacts, changeKind } from './change-shape.js';
import type { PaywayChangePreview } from './payway-changes.js';
import { refusalMessage } from './problems/refusal-problems.js';
import { dateTime, textOrNull, type AnswerOf } from './schemas.js';
import {
  amountsShape,
  soldPeriodShape,
  targetPackageShape,
  toAmountsItem,
  toSoldPeriodItem,
  toTargetPackageItem,
} from './target-shapes.js';

const refusalShape = z
  .strictObject({ code: z.string(), message: z.string(), facts: changeFacts })
  .meta({ id: 'ChangeRefusal', description: 'A requirement that is not met' });

export const previewShape = z
  .strictObject({
    allowed: z.boolean(),
    kind: changeKind.nullable(),
    rule: textOrNull,
    effective_at: dateTime.nullable(),
    target_package: targetPackageShape.nullable(),
    target_period: soldPeriodShape.nullable(),
    valid_to: dateTime.nullable(),
    amounts: amountsShape.nullable(),
    refusals: z.array(refusalShape),
    quote: textOrNull.meta({ description: 'Sent with the change, it holds what was previewed' }),
    expires_at: dateTime.nullable().meta({ description: 'When the quote ends' }),
  })
  .meta({
    id: 'ChangePreview',
    description: 'What a change would come to; where it is refused, only `refusals` says something',
  });

const nothing = {
  kind: null,
  rule: null,
  effective_at: null,
  target_package: null,
  target_period: null,
  valid_to: null,
  amounts: null,
} as const;

/** What a change would come to (docs/spec/payway-api.md §6). */
export function toPreviewItem(preview: PaywayChangePreview): AnswerOf<typeof previewShape> {
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
