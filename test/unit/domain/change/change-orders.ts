import { type ChangeId, toClientId } from '../../../../src/domain/ids.js';
import { decideChange } from '../../../../src/domain/change/decide-change.js';
import type { ChangeOrder } from '../../../../src/domain/change/change-order.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import type { Package } from '../../../../src/domain/catalogue/package.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';
import { ladderCatalogue, targetOf } from '../../../support/domain/ladder.js';

export const decidedAt = at('2026-04-16T00:00:00Z');
export const changeId = idOf<ChangeId>(800);

/** A change to that package, decided by Payway's rules on 16 April and about to be carried out. */
export function orderOfChange(product: UserProduct, pack: Package): ChangeOrder {
  const catalogue = ladderCatalogue(utc);
  const asked = { product, target: targetOf(pack), catalogue, now: decidedAt };
  const exportingIntegrations = new Set<string>();
  const outcome = decideChange(
    asked,
    makePaywayPolicy({ behaviour: 'default', exportingIntegrations }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  const { decision } = outcome;
  const by = {
    changeId,
    requestedBy: toClientId('demo'),
    sendsCreditNote: false,
    ids: countingIds(),
  };
  return { product, decision, catalogue, now: decidedAt, ...by };
}
