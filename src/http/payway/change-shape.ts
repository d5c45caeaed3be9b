import { z } from 'zod';
import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import { toMajorUnits } from '../../domain/money/decimal-amount.js';
import type { Change, ChangeSettlement } from '../../domain/user-product/change.js';
import { formatInstant } from '../../domain/time/instant-text.js';
import { amount, hexId, dateTime, maybeHexId, type AnswerOf } from './schemas.js';
import {
  amountsShape,
  soldPeriodShape,
  targetPackageShape,
  toAmountsItem,
  toSoldPeriodItem,
  toTargetPackageItem,
} from './target-shapes.js';

export const changeKind = z.enum(['upgrade', 'downgrade', 'change']).meta({ id: 'ChangeKind' });

export const changeFacts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .meta({ id: 'ChangeFacts', description: 'What a requirement was checked on, by name' });

const requirementShape = z
  .strictObject({ code: z.string(), passed: z.boolean(), facts: changeFacts })
  .meta({ id: 'ChangeRequirement', description: 'One requirement as it was checked' });

const behaviour = z.enum(['default', 'explicit', 'group']).meta({
  id: 'ChangeBehaviour',
  description:
    '`default`: an upgrade or a downgrade, by rank or price. `explicit`: a change, whatever these are. `group`: ' +
    'by the tiers of a product group',
});

const state = z
  .enum(['created', 'applied', 'cancelled', 'superseded', 'failed'])
  .meta({ id: 'ChangeState', description: '`created` waits for the end of the period' });

const settled = amount.nullable();

const documentsShape = z
  .strictObject({ credit_note: maybeHexId, invoice: maybeHexId })
  .meta({ id: 'ChangeDocuments', description: 'The documents that it has caused' });

export const changeShape = z
  .strictObject({
    id: hexId,
    user_product_id: hexId,
    successor_id: maybeHexId.meta({
      description: 'The user product that it made; null where it has made none',
    }),
    kind: changeKind,
    behaviour,
    state,
    rule: z.string().meta({ description: 'The rule that decided which kind it is' }),
    requirements: z.array(requirementShape),
    requested_at: dateTime,
    requested_by: z.string(),
    effective_at: dateTime,
    target_package: targetPackageShape,
    target_period: soldPeriodShape,
    quantity: z.int().min(1),
    amounts: amountsShape.nullable(),
    credit: settled.meta({ description: 'What it gave back; null under Payway’s rules' }),
    used: settled.meta({ description: 'What was owed of the old period' }),
    charge: settled.meta({ description: 'What the new period was charged with' }),
    documents: documentsShape.nullable(),
    event_ids: z.array(hexId),
  })
  .meta({ id: 'Change', description: 'What was asked, what was decided, and what came of it' });

/** What was asked, decided and came of it (docs/spec/payway-api.md §6). */
export function toChangeItem(change: Change, catalogue: Catalogue): AnswerOf<typeof changeShape> {
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
    quantity: change.target.quantity,
    amounts: change.amounts === null ? null : toAmountsItem(change.amounts),
    ...toSettledItem(change.amounts?.settlement ?? null),
    documents: change.documents && {
      credit_note: change.documents.creditNote,
      invoice: change.documents.invoice,
    },
    event_ids: change.eventIds,
  };
}

/** In major units; null under rules that settle nothing. */
function toSettledItem(settlement: ChangeSettlement | null) {
  if (settlement === null) return { credit: null, used: null, charge: null };
  const { credit, used, charge } = settlement;
  return {
    credit: toMajorUnits(credit),
    used: toMajorUnits(used),
    charge: toMajorUnits(charge),
  };
}
