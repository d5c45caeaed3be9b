import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';

const query = { limit: 50, before: null, types: null };

/** A subscription that was upgraded, of which a downgrade waits. */
async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const ask = (code: string, of = product) =>
    world.useCases.requestChange(world.seeded.request(of, code));
  await ask('digital');
  const life = async () => {
    const read = await world.useCases.readSubscription(world.keyOf(product));
    if (read === null) throw new Error('no subscription');
    return read;
  };
  world.time.set(at('2026-04-17T00:00:00+02:00'));
  await ask('lite', (await life()).last);
  const timeline = async (
    wanted: Partial<typeof query> | { types: readonly ['package_downgrade'] },
  ) => world.useCases.readTimeline(await life(), { ...query, ...wanted });
  return { ...world, timeline };
}

describe('The timeline of a subscription', () => {
  test('is newest first over all of its user products, drained or not', async () => {
    const { timeline, useCases } = await begin();
    const told = async () => (await timeline({})).events.map(({ event }) => event.type);
    const types = ['package_downgrade', 'package_upgrade'];
    expect((await told()).slice(0, 2)).toEqual(types);
    const before = await timeline({});
    expect(before.events.map(({ position }) => position)).toEqual(before.events.map(() => null));
    await useCases.drainOutbox('all');
    expect((await told()).slice(0, 2)).toEqual(types);
    const after = await timeline({});
    expect(after.events.map(({ event }) => event)).toEqual(before.events.map(({ event }) => event));
    expect(after.events.every(({ position }) => position !== null)).toBe(true);
  });

  test('is read page by page, each from where the last one ended', async () => {
    const { timeline, useCases } = await begin();
    await useCases.drainOutbox('all');
    const all = (await timeline({})).events;
    const first = await timeline({ limit: 1 });
    expect(first.events).toEqual(all.slice(0, 1));
    expect(first.next).toBe(all[0]?.position);
    const rest = await timeline({ before: first.next } as never);
    expect([rest.events, rest.next]).toEqual([all.slice(1), null]);
  });

  test('is that of some types where they are named', async () => {
    const { timeline } = await begin();
    const { events } = await timeline({ types: ['package_downgrade'] });
    expect(events.map(({ event }) => event.type)).toEqual(['package_downgrade']);
  });
});
