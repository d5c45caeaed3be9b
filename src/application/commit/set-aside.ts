import type { UserProductId } from '../../domain/ids.js';
import type { UnreadableUserProduct } from '../ports/failures.js';
import type { Log } from '../ports/log.js';
import type { Metrics } from '../ports/metrics.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';

/** How a user product that nothing can be done with is put where it holds up nobody. */
export type SetAside = {
  /** Its period's end cannot be decided. A commit that moves it on, after a repair, takes the mark away. */
  readonly undecidable: (row: StoredUserProduct, error: unknown) => Promise<void>;
  /** Its document cannot be read. One that was found due is taken out of what is found, though it is known. */
  readonly unreadable: (userProduct: UnreadableUserProduct, how?: 'found due') => Promise<void>;
};

export type SetAsideDeps = {
  readonly userProducts: Pick<UserProductStore, 'block'>;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'setAside'>;
};

/** So many ids are remembered, so that what is met again and again costs no further command. */
const mostRemembered = 10_000;

/**
 * Marks a user product as set aside in its own document (docs/architecture.md §4): the worker does not find it again,
 * and `verify` shows it. Whoever sets the mark tells an operator, so that it is told and counted once, however many
 * meet it.
 */
export function makeSetAside(deps: SetAsideDeps): SetAside {
  const known = new Set<UserProductId>();
  const tell = (
    message: string,
    facts: { readonly id: UserProductId; readonly error: unknown },
  ) => {
    deps.log.error(message, facts);
    deps.metrics.setAside();
  };

  return {
    undecidable: async ({ product, dueBlocked }, error) => {
      const { organisationId, id, version } = product;
      if (dueBlocked || !(await deps.userProducts.block(organisationId, id, version))) return;
      tell('a period end cannot be decided; the user product is set aside', { id, error });
    },
    unreadable: async ({ organisationId, id, error }, how) => {
      if (known.has(id) && how !== 'found due') return;
      if (known.size >= mostRemembered) known.clear();
      known.add(id);
      if (!(await deps.userProducts.block(organisationId, id, 'any'))) return;
      tell('a user product cannot be read; it is set aside', { id, error });
    },
  };
}
