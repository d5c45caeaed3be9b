import type { Catalogue } from '../catalogue/catalogue.js';
import { rankOf } from '../catalogue/rank-of.js';
import type { UserProduct } from './user-product.js';
import type { EventSide, PackageFacts, UserProductFacts } from '../events/domain-event.js';

/** One side of an event: the user product as it was or is, and its package as the catalogue has it (design.md §7). */
export function eventSideOf(product: UserProduct, catalogue: Catalogue): EventSide {
  return { userProduct: factsOf(product), package: packageFactsOf(product, catalogue) };
}

function factsOf(product: UserProduct): UserProductFacts {
  return {
    id: product.id,
    subscriptionId: product.subscriptionId,
    orderId: product.orderId,
    subscriptionNumber: product.subscriptionNumber,
    externalStartAt: product.externalStartAt,
    createdFrom: product.createdFrom,
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
    packageId: product.packageId,
    packageCode: product.packageCode,
    titleCode: product.titleCode,
    soldPeriod: product.soldPeriod,
    subscriptionType: product.subscriptionType,
    state: product.state,
    provisionService: product.provisionService,
    validFrom: product.validFrom,
    validTo: product.validTo,
    anchor: product.anchor,
    cancelledAt: product.cancelledAt,
    cancellation: product.cancellation,
    pendingChange: product.pendingChange,
    version: product.version,
    lastSequence: product.lastSequence,
    lastEffectiveAt: product.lastEffectiveAt,
  };
}

function packageFactsOf(product: UserProduct, catalogue: Catalogue): PackageFacts {
  const pack = catalogue.packagesById.get(product.packageId);
  const named = { id: product.packageId, code: product.packageCode };
  if (pack === undefined) return { ...named, kind: null, name: null, rank: null };
  return { ...named, kind: pack.kind, name: pack.name, rank: rankOf(pack, catalogue) };
}
