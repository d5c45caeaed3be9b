import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type DescribedDocument,
  describeDocument,
} from '../../src/application/billing/describe-document.js';
import type { ChangeStores } from '../../src/composition/change-surroundings.js';
import { type OrganisationId, toId } from '../../src/domain/ids.js';
import { brokenPromises, eventNames } from '../support/broken-promises.js';
import { Crash, interruptedStores } from '../support/interrupted-stores.js';
import { makeTestTime, startProcess } from '../support/process.js';
import { during } from '../support/quoting.js';
import { seedOnMiddleTier } from '../support/seeded-group.js';
import { onlyFor, type TestStores } from '../support/stores.js';
import { verifyFindings } from '../support/verify-findings.js';
import { type CrashWork, crashWorks, type WorkPlace } from './crash-works.js';

type AppliedDocuments = Record<'creditNote' | 'invoice', DescribedDocument | null>;

type Breadth = {
  /** All kinds of work unless told otherwise. */
  readonly isWanted?: (work: string) => boolean;
  /** Whether each command is stopped at in two kinds of work only: the first that sends it, with documents and without. */
  readonly isSample?: boolean;
};

/** What comes of processes that die, on whatever stores are opened. */
export function crashContract(
  place: string,
  open: () => Promise<TestStores>,
  { isWanted = () => true, isSample = false }: Breadth = {},
): void {
  describe(`A process that dies between two commands, ${place}`, () => {
    const tried = new Set<string>();
    let database: TestStores;
    let stores: TestStores['stores'];
    beforeAll(async () => {
      database = await open();
      stores = database.stores;
    });
    afterAll(() => database.close());

    /** A subscription that is where the work begins, and the work done by a process that is interrupted. */
    const start = async (work: CrashWork) => {
      const { hasDocuments = false } = work;
      const begun = await seedOnMiddleTier(stores, { hasDocuments });
      const { organisation } = begun.seeded;
      const time = makeTestTime(during);
      const own = onlyFor<ChangeStores>(stores, organisation);
      const clean = startProcess(own, time);
      await clean.drainOutbox(organisation.id);
      const place: WorkPlace = { ...begun, answers: [] };
      await work.prepare?.(clean, { ...place, answers: [] });
      time.set(work.now);
      return { place, time, clean, own };
    };

    /** Somebody does it again, and two drain at once. What anybody was answered is what everybody is answered. */
    const finish = async (
      work: CrashWork,
      { place, clean, own, time }: Awaited<ReturnType<typeof start>>,
    ) => {
      const { product, answers } = place;
      const { organisationId: id, accountId } = product;
      await work.run(clean, place);
      await Promise.all([clean, startProcess(own, time)].map((it) => it.drainOutbox(id)));
      expect(await brokenPromises(stores, id, accountId)).toEqual([]);
      expect(await verifyFindings(stores, id, work.now)).toEqual([]);
      expect(await eventNames(stores, id, accountId)).toEqual(work.events);
      expect(new Set(answers).size).toBeLessThanOrEqual(1);
      const bodies = answers.filter((it) => it.startsWith('{'));
      for (const body of bodies) await expectStored(stores, id, body);
    };

    /** What a run that nobody stops sends. */
    const cleanRun = async (work: CrashWork): Promise<readonly string[]> => {
      const begun = await start(work);
      const { stores: watched, calls } = interruptedStores(begun.own, null);
      await work.run(startProcess(watched, begun.time), begun.place);
      const sent = [...calls];
      await finish(work, begun);
      return sent;
    };

    describe.each(crashWorks.filter(({ name }) => isWanted(name)))('during $name', (work) => {
      let commands: readonly string[];
      beforeAll(async () => {
        commands = await cleanRun(work);
      });

      test('finds the commands in the order that the protocol says', () => {
        expect(commands.filter((it) => !it.startsWith('organisations'))).toEqual(
          expect.arrayContaining([...work.commands]),
        );
        expect(commands.length).toBeGreaterThanOrEqual(work.commands.length);
      });

      const ofThose = isSample ? ' that no work before it sent' : '';
      test.each(['before', 'after'] as const)(
        `loses nothing and doubles nothing, stopped %s any command${ofThose}`,
        async (when) => {
          for (const [index, command] of commands.entries()) {
            const stop = `${when} ${command}${work.hasDocuments ? ', with documents' : ''}`;
            if (isSample && tried.has(stop)) continue;
            tried.add(stop);
            const begun = await start(work);
            const interruption = { kind: 'crash', atCall: index + 1, when } as const;
            const dying = interruptedStores(begun.own, interruption);
            await untilDeath(work.run(startProcess(dying.stores, begun.time), begun.place));
            expect([stop, dying.hasDied()]).toEqual([stop, true]);
            await finish(work, begun);
          }
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

/** The documents that an answer shows are there, just as it shows them, before they had a number. */
async function expectStored(
  { documents }: ChangeStores,
  organisationId: OrganisationId,
  body: string,
): Promise<void> {
  const { creditNote, invoice } = JSON.parse(body) as AppliedDocuments;
  const shown = [creditNote, invoice].filter((it) => it !== null);
  const stored = await documents.findMany(
    organisationId,
    shown.map((it) => toId(it.id)),
  );
  const described = stored.map((it) => describeDocument({ ...it, sequence: null }));
  expect(new Set(described)).toEqual(new Set(shown));
}
