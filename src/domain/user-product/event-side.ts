import type { Catalogue } from '../catalogue/catalogue.js';
import type { PackageKind, Rank } from '../catalogue/package.js';
import { rankOf } from '../catalogue/rank-of.js';
import type { EventOf } from '../events/domain-event.js';
import type { PackageId } from '../ids.js';
import type { ChangeSettlement } from './change.js';
import type { Paid } from './paid.js';
import type { UserProduct } from './user-product.js';

/** What of a user product an event tells: enough to rebuild the row by folding the log. */
export type UserProductFacts = Omit<
  UserProduct,
  'endedBy' | 'organisationId' | 'accountId' | 'paid'
> & {
  /** Null in events from before it was kept. */
  readonly paid: Paid | null;
};

type PackageFacts = {
  readonly id: PackageId;
  readonly code: string;
  readonly kind: PackageKind | null;
  readonly name: string | null;
  readonly rank: Rank | null;
};

export type EventSide = { readonly userProduct: UserProductFacts; readonly package: PackageFacts };

/** An event of a subscription: what happened, and the user product before and after it. */
export type DomainEvent = EventOf<EventSide, ChangeSettlement>;

/**
 * One side of an event: the user product as it was or is, and its package as the catalogue has it
 * (docs/architecture.md §7).
 */
export function eventSideOf(product: UserProduct, catalogue: Catalogue): EventSide {
  const { endedBy, organisationId, accountId, ...userProduct } = product;
  return { userProduct, package: packageFactsOf(product, catalogue) };
}

function packageFactsOf(product: UserProduct, catalogue: Catalogue): PackageFacts {
  const pack = catalogue.packagesById.get(product.packageId);
  const named = { id: product.packageId, code: product.packageCode };
  if (pack === undefined) return { ...named, kind: null, name: null, rank: null };
  return { ...named, kind: pack.kind, name: pack.name, rank: rankOf(pack, catalogue) };
}
