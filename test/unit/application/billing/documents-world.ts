import type { BillingDocument } from '../../../../src/domain/billing/billing-document.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { buildDocumentEvent } from '../../../support/stored/build-document.js';
import { buildEntry } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

export type DocumentsWorld = Awaited<ReturnType<typeof startDocuments>>;

/** One process in the middle of April, and user products whose documents wait in their outboxes. */
export async function startDocuments(options: Parameters<typeof startInMemory>[0] = {}) {
  const world = await startInMemory(options);
  const { organisationId, stores } = world;

  return {
    ...world,
    build: (edits: Partial<UserProduct> = {}) => buildRow({ organisationId, ...edits }),
    /** That user product, with what it has to tell of these. */
    waiting: async (product: UserProduct, ...documents: readonly BillingDocument[]) => {
      const events = documents.map((it) => buildDocumentEvent(product, it));
      const entry = buildEntry(product, { events });
      await stores.userProducts.insert(product.organisationId, { product, outbox: [entry] });
      return entry;
    },
    outboxOf: async (product: UserProduct) => (await world.stored(product)).outbox,
  };
}
