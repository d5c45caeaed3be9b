import { makeNumberDocuments } from '../../../../src/application/commit/number-documents.js';
import { makeAppendEvents } from '../../../../src/application/commit/append-events.js';
import { makeDrainOutbox, makeDrainRows } from '../../../../src/application/commit/drain-outbox.js';
import { makeSetAside } from '../../../../src/application/commit/set-aside.js';
import { outboxLimit } from '../../../../src/application/ports/user-product-store.js';
import type { Stores } from '../../../../src/storage/open-stores.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { silentLog, surroundingsAt } from '../../../support/process.js';
import { buildEntry } from '../../../support/stored/build-entry.js';

/** Subscriptions whose period ends on 1 May, and all that ending it needs; what is told as an error is kept. */
export async function makeDueWorld(changed: Partial<Stores> = {}) {
  const world = await startInMemory({ now: '2026-05-01T00:00:00+02:00' });
  const errors: unknown[] = [];
  const warnings: string[] = [];
  const counted: [count: number, lagMs: number][] = [];
  let setAsides = 0;
  const committed: true[] = [];
  const shared = {
    ...world.stores,
    ...changed,
    ...surroundingsAt(world.time, {
      log: {
        ...silentLog,
        error: (_, facts) => errors.push(facts?.id),
        warn: (message) => warnings.push(message),
      },
      metrics: {
        ...surroundingsAt(world.time).metrics,
        periodsEnded: (count, lagMs) => counted.push([count, lagMs]),
        setAside: () => {
          setAsides += 1;
        },
      },
      onCommitted: () => committed.push(true),
    }),
  };
  const drains = {
    ...shared,
    numberDocuments: makeNumberDocuments(shared),
    appendEvents: makeAppendEvents(shared),
  };
  const drainRows = makeDrainRows(drains);
  const setAside = makeSetAside(shared);
  const drainOutbox = makeDrainOutbox({ ...drains, drainRows, setAside });

  return {
    ...world,
    errors,
    warnings,
    counted,
    committed,
    setAsides: () => setAsides,
    deps: { ...shared, drainRows, drainOutbox, setAside },
    /** One that cannot be decided: its period is of a length that no calendar has. */
    subscribeBroken: async (): Promise<UserProduct> => {
      const product = await world.subscribe();
      const row = await world.stored(product);
      const interval = { unit: 'month', length: Number.NaN } as const;
      const soldPeriod = { ...product.soldPeriod, interval };
      await world.stores.userProducts.commit(world.organisationId, {
        next: { ...product, soldPeriod, version: product.version + 1 },
        changeId: null,
        entry: buildEntry(row.product),
        successor: null,
        kept: null,
      });
      return (await world.stored(product)).product;
    },
    /** One whose outbox has no room. */
    subscribeFull: async (): Promise<UserProduct> => {
      const product = await world.subscribe();
      const { organisationId } = world;
      const outbox = Array.from({ length: outboxLimit }, () => buildEntry(product));
      await world.stores.erasure.removeUserProducts(organisationId, [product]);
      await world.stores.userProducts.insert(organisationId, { product, outbox });
      return product;
    },
  };
}
