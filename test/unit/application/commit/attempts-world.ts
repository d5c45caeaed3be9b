import { makeNumberDocuments } from '../../../../src/application/commit/number-documents.js';
import { makeAppendEvents } from '../../../../src/application/commit/append-events.js';
import {
  type Attempt,
  type AttemptsDeps,
  makeAttempts,
  type ProposedCommit,
  type UserProductWrite,
} from '../../../../src/application/commit/attempts.js';
import { transitionIds } from '../../../../src/application/commit/build-commit.js';
import { makeDrainRows } from '../../../../src/application/commit/drain-outbox.js';
import { unguarded } from '../../../../src/application/commit/guards.js';
import { makeInsertBehind } from '../../../../src/application/commit/insert-behind.js';
import { makeLoadUserProduct } from '../../../../src/application/commit/load-user-product.js';
import { makeSendCommit, makeSendKept } from '../../../../src/application/commit/send-commit.js';
import { makeSetAside } from '../../../../src/application/commit/set-aside.js';
import { makeOrganisationTime } from '../../../../src/application/clock/organisation-now.js';
import type { UserProductStore } from '../../../../src/application/ports/user-product-store.js';
import type { ChangeId } from '../../../../src/domain/ids.js';
import { cancelUserProduct } from '../../../../src/domain/user-product/cancel-user-product.js';
import { committedBy } from '../../../support/domain/write-order.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { silentLog, surroundingsAt } from '../../../support/process.js';
import { buildCommit } from '../../../support/stored/build-commit.js';
import { nextOf } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

export type AttemptsWorld = Awaited<ReturnType<typeof makeAttemptsWorld>>;

/** One subscription, and attempts at a write on it over stores that may be made to fail. */
export async function makeAttemptsWorld(
  changed: {
    readonly userProducts?: Partial<UserProductStore>;
    readonly now?: string;
    readonly live?: boolean;
    readonly stopwatch?: () => number;
  } = {},
) {
  const { now, live = true } = changed;
  const process = await startInMemory(now === undefined ? { live } : { now, live });
  const { time, stored, keyOf } = process;
  const stores = {
    ...process.stores,
    userProducts: { ...process.stores.userProducts, ...changed.userProducts },
  };
  const pauses: number[] = [];
  const errors: unknown[] = [];
  const shared = {
    ...stores,
    ...surroundingsAt(time, {
      ...(changed.stopwatch === undefined ? {} : { stopwatch: changed.stopwatch }),
      random: () => 1,
      log: { ...silentLog, error: (_, facts) => errors.push(facts) },
      pause: (milliseconds) => {
        pauses.push(milliseconds);
        return Promise.resolve();
      },
    }),
  };
  const setAside = makeSetAside(shared);
  const deps: AttemptsDeps = {
    ...shared,
    setAside,
    load: makeLoadUserProduct({ ...shared, setAside }),
    drainRows: makeDrainRows({
      ...shared,
      numberDocuments: makeNumberDocuments(shared),
      appendEvents: makeAppendEvents(shared),
    }),
    sendCommit: makeSendCommit({ ...shared, insertBehind: makeInsertBehind(shared) }),
    sendKept: makeSendKept(shared),
    organisationTime: makeOrganisationTime(shared),
  };
  const attempts = makeAttempts(deps);
  const product = await process.subscribe();
  const context = await process.context();
  const write: UserProductWrite = {
    key: keyOf(product),
    context,
    changeId: newId<ChangeId>(),
    guards: unguarded,
  };

  return {
    ...process,
    attempts,
    setAside,
    product,
    write,
    pauses,
    errors,
    row: () => stored(product),
    /** Somebody else commits to the row, so often, and takes out what waits of it. */
    move: async (times = 1) => {
      for (let count = 0; count < times; count += 1) {
        const { product: now, outbox } = await stored(product);
        const commit = buildCommit(now, { next: nextOf(now) });
        await process.stores.userProducts.commit(process.organisationId, commit);
        const entryIds = [...outbox, commit.entry].map((it) => it.id);
        const mark = { userProductId: product.id, entryIds, successorId: null };
        await process.stores.outboxes.markDrained([mark]);
      }
    },
    /** What cancelling the row of this attempt comes to. */
    cancelling: ({ product: row, now }: Pick<Attempt, 'product' | 'now'>): ProposedCommit => {
      const ids = transitionIds(shared.ids);
      const order = { product: row, at: now, catalogue: context.catalogue, ids };
      const asked = { reasonId: null, creditInvoiceIfSent: false };
      const ruling = cancelUserProduct({ ...order, changeId: write.changeId }, asked);
      return { id: row.id, transition: committedBy(ruling) };
    },
  };
}

/** The first attempt, or none. */
export async function firstOf(
  attempts: AsyncGenerator<Attempt, void, undefined>,
): Promise<Attempt | null> {
  const { value } = await attempts.next();
  return value ?? null;
}
