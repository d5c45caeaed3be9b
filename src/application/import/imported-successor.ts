import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import { toId, type OrganisationId, type OutboxEntryId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { createUserProduct } from '../../domain/user-product/create-user-product.js';
import { importedDraft } from './imported-draft.js';
import { transitionIds } from '../commit/build-commit.js';
import type { Clock, IdSource } from '../ports/surroundings.js';
import type { Successor } from '../ports/user-product-store.js';
import type { ResolvedUserProduct } from './resolve-user-product.js';

export type ImportedSuccessorDeps = { readonly ids: IdSource; readonly clock: Clock };

export type ImportContext = {
  readonly organisationId: OrganisationId;
  /** As it will be when the file is written. */
  readonly catalogue: Catalogue;
  /** The organisation's. */
  readonly now: Instant;
};

/** A row as the first user product of its chain, with what is to be told of it waiting in its outbox. */
export function importedSuccessor(
  deps: ImportedSuccessorDeps,
  resolved: ResolvedUserProduct,
  { organisationId, catalogue, now }: ImportContext,
): Successor {
  const { next, changeRows, events } = createUserProduct({
    draft: importedDraft(resolved, organisationId),
    catalogue,
    ids: transitionIds(deps.ids),
    now,
  });
  const id = toId<OutboxEntryId>(deps.ids.next());
  return { product: next, outbox: [{ id, createdAt: deps.clock.now(), changeRows, events }] };
}
