import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { Change } from '../../domain/user-product/change.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import type { JsonSchema } from '../core/endpoint.js';
import { hexId, instant, maybe, objectSchema } from './schemas.js';
import {
  amountsSchema,
  soldPeriodSchema,
  targetPackageSchema,
  toAmountsItem,
  toSoldPeriodItem,
  toTargetPackageItem,
} from './target-shapes.js';

const text: JsonSchema = { type: 'string' };
const fact: JsonSchema = { type: ['string', 'number', 'boolean', 'null'] };

const requirementSchema = objectSchema({
  code: text,
  passed: { type: 'boolean' },
  facts: { type: 'object', additionalProperties: fact },
});

export const changeSchema = objectSchema({
  id: hexId,
  user_product_id: hexId,
  successor_id: maybe(hexId),
  kind: { enum: ['upgrade', 'downgrade', 'change'] },
  behaviour: { enum: ['default', 'explicit'] },
  state: { enum: ['created', 'applied', 'cancelled', 'superseded', 'failed'] },
  rule: text,
  requirements: { type: 'array', items: requirementSchema },
  requested_at: instant,
  requested_by: text,
  effective_at: instant,
  target_package: targetPackageSchema,
  target_period: soldPeriodSchema,
  amounts: maybe(amountsSchema),
  event_ids: { type: 'array', items: hexId },
});

/** What was asked, decided and came of it (spec/payway-api.md §6). */
export function toChangeItem(change: Change, catalogue: Catalogue): Record<string, unknown> {
  const { timeZone } = catalogue;
  return {
    id: change.id,
    user_product_id: change.userProductId,
    successor_id: change.successorId,
    kind: change.kind,
    behaviour: change.behaviour,
    state: change.state,
    rule: change.rule,
    requirements: change.requirements.map(({ code, passed, facts }) => ({ code, passed, facts })),
    requested_at: formatInstant(change.requestedAt, timeZone),
    requested_by: change.requestedBy,
    effective_at: formatInstant(change.effectiveAt, timeZone),
    target_package: toTargetPackageItem(change.target, catalogue),
    target_period: toSoldPeriodItem(change.target.period),
    amounts: change.amounts === null ? null : toAmountsItem(change.amounts),
    event_ids: change.eventIds,
  };
}
