import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import type { UseCases } from '../../src/composition/compose-use-cases.js';
import type { Instant } from '../../src/domain/time/instant.js';
import type { UserProduct } from '../../src/domain/user-product/user-product.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { Crash, interruptedStores } from '../support/interrupted-stores.js';
import { at, type SeededOrganisation, seedOrganisation } from '../support/organisation.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { onlyFor, type TestStores } from '../support/stores.js';

/** One thing that a process does to a fresh subscription, and what must come of it however often it dies on the way. */
type Work = {
  readonly name: string;
  readonly prepare?: (
    useCases: UseCases,
    seeded: SeededOrganisation,
    product: UserProduct,
  ) => Promise<unknown>;
  readonly now: Instant;
  readonly run: (
    useCases: UseCases,
    seeded: SeededOrganisation,
    product: UserProduct,
  ) => Promise<unknown>;
  /** Every command that a clean run sends: a stop is tried before and after each. */
  readonly commands: readonly string[];
  readonly events: readonly string[];
};

const april = { validFrom: '2026-04-01T00:00:00+02:00', validTo: '2026-05-01T00:00:00+02:00' };
const during = at('2026-04-16T00:00:00+02:00');
const atEnd = at('2026-05-01T00:00:00+02:00');
const never = (): boolean => false;

const request =
  (code: string, behaviour: 'default' | 'explicit' = 'default') =>
  async (
    useCases: UseCases,
    seeded: SeededOrganisation,
    product: UserProduct,
  ): Promise<unknown> => {
    await useCases.requestChange(seeded.request(product, code, behaviour));
    return useCases.drainOutbox(seeded.organisation.id);
  };

const periodEnd = async (useCases: UseCases, seeded: SeededOrganisation): Promise<unknown> => {
  await useCases.runPeriodEnd(never);
  return useCases.drainOutbox(seeded.organisation.id);
};

const drainDocument = ['outboxes.findDrainable', 'outboxes.insertSuccessors', 'changes.write'];
const drainEvents = ['events.lastPosition', 'events.append', 'outboxes.markDrained'];

const works: readonly Work[] = [
  {
    name: 'an upgrade',
    now: during,
    run: request('digital'),
    commands: ['userProducts.find', 'userProducts.commit', 'userProducts.insert'],
    events: ['1 user_product_created', '2 package_upgrade'],
  },
  {
    name: 'a downgrade',
    now: during,
    run: request('lite'),
    commands: ['userProducts.find', 'userProducts.commit', ...drainDocument, ...drainEvents],
    events: ['1 user_product_created', '2 package_downgrade'],
  },
  {
    name: 'a change that replaces a pending one',
    now: during,
    prepare: request('lite'),
    run: request('weekend', 'explicit'),
    commands: ['userProducts.find', 'userProducts.commit', ...drainDocument, ...drainEvents],
    events: [
      '1 user_product_created',
      '2 package_downgrade',
      '3 package_change_cancelled',
      '4 package_change',
    ],
  },
  {
    name: 'an upgrade over a pending downgrade',
    now: during,
    prepare: request('lite'),
    run: request('premium'),
    commands: ['userProducts.find', 'userProducts.commit', 'userProducts.insert', ...drainDocument],
    events: [
      '1 user_product_created',
      '2 package_downgrade',
      '3 package_change_cancelled',
      '4 package_upgrade',
    ],
  },
  {
    name: 'a renewal',
    now: atEnd,
    run: periodEnd,
    commands: ['userProducts.findDue', 'userProducts.commitMany', ...drainDocument, ...drainEvents],
    events: ['1 user_product_created', '2 user_product_renewed'],
  },
  {
    name: 'a pending downgrade at its period end',
    now: atEnd,
    prepare: request('lite'),
    run: periodEnd,
    commands: ['userProducts.findDue', 'userProducts.commitMany', ...drainDocument, ...drainEvents],
    events: ['1 user_product_created', '2 package_downgrade', '3 package_downgrade_completed'],
  },
];

/**
 * What comes of processes that die, on whatever server their stores are opened; during all kinds of work, or those that
 * are wanted.
 */
export function crashContract(
  open: () => Promise<TestStores>,
  isWanted: (work: string) => boolean = () => true,
): void {
  describe('A process that dies between two commands', () => {
    let database: TestStores;
    let stores: ChangeStores;
    beforeAll(async () => {
      database = await open();
      stores = database.stores;
    });
    afterAll(() => database.close());

    /** A subscription that is where the work begins, and the work done by a process that is interrupted. */
    const start = async (work: Work) => {
      const seeded = await seedOrganisation(stores);
      const product = await seeded.subscribe({ code: 'basic', ...april });
      const time = makeTestTime(during);
      const own = onlyFor(stores, seeded.organisation);
      const clean = startProcess(own, time);
      await clean.drainOutbox(seeded.organisation.id);
      await work.prepare?.(clean, seeded, product);
      time.set(work.now);
      return { seeded, product, time, clean, own };
    };

    const finish = async (
      work: Work,
      { seeded, product, clean }: Awaited<ReturnType<typeof start>>,
    ) => {
      const { id } = seeded.organisation;
      await work.run(clean, seeded, product);
      await clean.drainOutbox(id);
      expect(await brokenPromises(stores, id, product.accountId)).toEqual([]);
      expect(await eventNames(stores, id, product.accountId)).toEqual(work.events);
    };

    describe.each(works.filter(({ name }) => isWanted(name)))('during $name', (work) => {
      test('finds the commands in the order that the protocol says', async () => {
        const begun = await start(work);
        const { stores: watched, calls } = interruptedStores(begun.own, null);
        await work.run(startProcess(watched, begun.time), begun.seeded, begun.product);
        expect(calls.filter((it) => !it.startsWith('organisations'))).toEqual(
          expect.arrayContaining([...work.commands]),
        );
        await finish(work, begun);
      });

      test.each(['before', 'after'] as const)(
        'loses nothing and doubles nothing, stopped %s any command',
        async (when) => {
          let stops = 0;
          for (let atCall = 1; ; atCall += 1) {
            const begun = await start(work);
            const interruption = { kind: 'crash', atCall, when } as const;
            const dying = interruptedStores(begun.own, interruption);
            const { seeded, product, time } = begun;
            await untilDeath(work.run(startProcess(dying.stores, time), seeded, product));
            await finish(work, begun);
            if (!dying.hasDied()) break;
            stops += 1;
          }
          expect(stops).toBeGreaterThanOrEqual(work.commands.length);
        },
      );
    });
  });
}

/** A process may live on for a while after its last command reached nobody; it is dead all the same. */
async function untilDeath(run: Promise<unknown>): Promise<void> {
  await run.catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
}
