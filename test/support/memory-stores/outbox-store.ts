import type {
  DrainedMark,
  OutboxStore,
  StoredUserProduct,
} from '../../../src/application/ports/user-product-store.js';
import type { UserProductId } from '../../../src/domain/ids.js';
import { insertRow, type Memory, rowsOf } from './memory.js';
import { inOneStep } from './one-step.js';
import { newRow } from './user-product-store.js';

/** The drain's view of the user products. Nothing here touches a version. */
export function makeOutboxStore({ userProducts }: Memory): OutboxStore {
  const edit = (
    id: UserProductId,
    edits: (row: StoredUserProduct) => Partial<StoredUserProduct>,
  ): void => {
    const found = userProducts.get(id);
    if (found === undefined) return;
    userProducts.set(id, { ...found, row: { ...found.row, ...edits(found.row) } });
  };

  return inOneStep<OutboxStore>({
    releaseInserted: ({ organisationId, limit }) => {
      const inserted = rowsOf(userProducts, organisationId)
        .filter(({ successor }) => successor !== null)
        .slice(0, limit)
        .filter(({ successor }) => userProducts.has(successor?.product.id ?? ''));
      for (const { product } of inserted) edit(product.id, () => ({ successor: null }));
      return inserted.length;
    },

    findDrainable: ({ organisationId, limit, except = [] }) => {
      const rows = rowsOf(userProducts, organisationId).filter(
        ({ product }) => !except.includes(product.organisationId),
      );
      const ended = rows.filter(({ successor }) => successor !== null);
      const living = rows.filter(({ outbox, successor }) => outbox.length > 0 && !successor);
      return [...ended, ...living].slice(0, limit);
    },

    insertSuccessors: (successors) => {
      for (const it of successors) {
        insertRow(userProducts, it.product.id, newRow(it.product.organisationId, it));
      }
    },

    markDrained: (marks) => {
      for (const mark of marks) edit(mark.userProductId, (row) => drained(row, mark));
    },
  });
}

/** By ids on both sides: what came after the drainer had looked stays. */
function drained(
  { outbox, successor }: StoredUserProduct,
  { entryIds, successorId }: DrainedMark,
): Partial<StoredUserProduct> {
  return {
    outbox: outbox.filter(({ id }) => !entryIds.includes(id)),
    successor: successor?.product.id === successorId ? null : successor,
  };
}
