import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LoggedEvent } from '../../../../../src/application/ports/event-log.js';
import type { UserProductId } from '../../../../../src/domain/ids.js';
import { toInstant } from '../../../../../src/domain/time/instant.js';
import { writtenIn } from '../../../../../src/pages/kit/written.js';
import { timelineOf } from '../../../../../src/pages/console/subscription/timeline.js';
import { timelineRows } from '../../../../../src/pages/console/subscription/timeline-rows.js';
import { at, stockholm } from '../../../../support/domain/at.js';
import { fixedSeed } from '../../../../support/domain/fixed-seed.js';
import { startInMemory } from '../../../../support/in-memory-process.js';

/** What may be asked of a subscription, and how many days pass before it is. */
const asked = fc.array(
  fc.record({
    days: fc.integer({ min: 0, max: 25 }),
    ask: fc.constantFrom('lite', 'basic', 'digital', 'premium', 'cancel', 'reactivate', 'undo'),
  }),
  { minLength: 1, maxLength: 8 },
);

/** A life of those wishes; what is refused changes nothing. */
async function lived(wishes: readonly { readonly days: number; readonly ask: string }[]) {
  const world = await startInMemory();
  const first = await world.subscribe();
  const { useCases } = world;
  const read = async () => {
    const life = await useCases.readSubscription(world.keyOf(first));
    if (life === null) throw new Error('no subscription');
    return life;
  };
  for (const { days, ask } of wishes) {
    world.time.set(toInstant(world.time.now() + days * 86_400_000 + 1_000));
    const { last } = await read();
    const key = world.keyOf(last);
    if (ask === 'cancel') {
      await useCases.cancelUserProduct(key, { reasonId: null, creditInvoiceIfSent: false });
    } else if (ask === 'reactivate') await useCases.reactivateUserProduct(key, null);
    else if (ask === 'undo') await useCases.cancelPendingChange(key, null);
    else if (ask === 'archive lite') {
      await world.seeded.editPackage('lite', (it) => ({ ...it, archived: true }));
    } else if (ask === 'look') await read();
    else await useCases.requestChange(world.seeded.request(last, ask));
  }
  const life = await read();
  await useCases.drainOutbox('all');
  const { organisationId } = life.last;
  const query = { organisationId, after: 0, limit: 1_000, userProductId: null, type: null };
  const log = (await useCases.listEvents(query))?.events ?? [];
  const newest = { limit: 1_000, before: null, types: null };
  const { events } = await useCases.readTimeline(await read(), newest);
  return { life: await read(), log, events };
}

type Folded = { readonly ids: readonly UserProductId[]; readonly over: readonly UserProductId[] };

/** The user products that a log tells of, and those of them that it tells the end of. */
function folded(log: readonly LoggedEvent[]): Folded {
  const ids = new Set<UserProductId>();
  const over = new Set<UserProductId>();
  for (const { event } of log) {
    const [before, after] = [event.before?.userProduct, event.after?.userProduct];
    for (const it of [before, after].filter((side) => side !== undefined)) ids.add(it.id);
    if (before !== undefined && before.id !== after?.id) over.add(before.id);
    if (after?.state === 'deactivated') over.add(after.id);
  }
  return { ids: [...ids], over: [...over] };
}

test('A timeline says what folding the log of events gives', async () => {
  const written = writtenIn('en', stockholm);
  let changed = 0;
  await fc.assert(
    fc.asyncProperty(asked, async (wishes) => {
      const { life, log, events } = await lived(wishes);
      expect(events.map(({ position }) => position)).toEqual(
        log.map(({ position }) => position).toReversed(),
      );
      const rows = timelineRows(events, life, written);
      expect(rows.map(({ id }) => id)).toEqual(log.map(({ event }) => event.id).toReversed());

      const { ids, over } = folded(log);
      const { lanes, marks, steps } = timelineOf(life, events);
      const known = life.products.map(({ id }) => id);
      expect(lanes.map(({ id }) => id)).toEqual(known.slice(-12));
      expect(ids.every((id) => known.includes(id))).toBe(true);
      const ended = lanes.filter(({ hasEnded }) => hasEnded).map(({ id }) => id);
      expect(ended.toSorted()).toEqual(
        over.filter((id) => lanes.some((it) => it.id === id)).toSorted(),
      );
      const inLanes = log.filter(({ event }) => lanes.some((it) => it.id === event.userProductId));
      expect(marks.map(({ at, type }) => [at, type])).toEqual(
        inLanes.map(({ event }) => [event.occurredAt, event.type]),
      );
      const last = log.at(-1)?.event.after?.userProduct;
      if (last !== undefined) expect(steps.at(-1)?.price).toEqual(last.soldPeriod.price);
      if (lanes.length > 1) changed += 1;
    }),
    { ...fixedSeed, numRuns: 40 },
  );
  expect(changed).toBeGreaterThan(5);
});

/** Lanes and marks of such a life: name, days from the first day of April, whether it has ended; what happened when. */
async function drawn(...wishes: Parameters<typeof lived>[0]) {
  const { life, events } = await lived(wishes);
  const { lanes, marks } = timelineOf(life, events);
  const dayOf = (it: number) => Math.floor((it - at('2026-04-01T00:00:00+02:00')) / 86_400_000);
  return {
    lanes: lanes.map(({ name, from, to, hasEnded }) => [
      ...[name, dayOf(from), to === null ? null : dayOf(to), hasEnded],
    ]),
    marks: marks.map(({ at: when, lane, sign }) => [
      ...[lanes.findIndex(({ id }) => id === lane), dayOf(when), sign],
    ]),
  };
}

/** Every life begins on 1 April on Basic, and is looked at from the 16th on. */
describe('The lanes of a timeline', () => {
  test('are one for one living user product, up to the end of its period', async () => {
    const { lanes, marks } = await drawn();
    expect(lanes).toEqual([['basic', 0, 30, false]]);
    expect(marks).toEqual([[0, 0, 'other']]);
  });

  test('are three for a chain of three, each up to where the next one begins', async () => {
    const { lanes, marks } = await drawn({ days: 0, ask: 'digital' }, { days: 4, ask: 'premium' });
    expect(lanes).toEqual([
      ['basic', 0, 15, true],
      ['digital', 15, 19, true],
      ['premium', 19, expect.any(Number), false],
    ]);
    expect(marks).toEqual([
      [0, 0, 'other'],
      [0, 15, 'upgrade'],
      [1, 19, 'upgrade'],
    ]);
  });

  test('are one where a change waits, with the mark of its order', async () => {
    const { lanes, marks } = await drawn({ days: 1, ask: 'lite' });
    expect(lanes).toEqual([['basic', 0, 30, false]]);
    expect(marks.at(-1)).toEqual([0, 16, 'waits']);
  });

  test('are one where a change could not be made, and goes on', async () => {
    const { lanes, marks } = await drawn(
      { days: 1, ask: 'lite' },
      { days: 0, ask: 'archive lite' },
      { days: 20, ask: 'look' },
    );
    expect(lanes).toEqual([['basic', 0, 61, false]]);
    expect(marks.slice(-2).map(([, , sign]) => sign)).toEqual(expect.arrayContaining(['ends']));
    expect(marks.slice(-2).every(([lane, day]) => lane === 0 && day === 30)).toBe(true);
  });
});
