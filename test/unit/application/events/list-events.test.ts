import { beforeEach, describe, expect, test } from '@jest/globals';
import type { EventType } from '../../../../src/domain/events/domain-event.js';
import { type InMemoryProcess, startInMemory } from '../../../support/in-memory-process.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

let world: InMemoryProcess;
beforeEach(async () => {
  world = await startInMemory();
});

/** So many events of one user product, of the rare type where `rare` names their place in the log. */
async function happen(count: number, rare: readonly number[] = []) {
  const { organisationId, stores } = world;
  const row = buildRow({ organisationId });
  const after = await stores.events.lastPosition(organisationId);
  const events = Array.from({ length: count }, (_, index) => {
    const type: EventType = rare.includes(after + index + 1)
      ? 'package_upgrade'
      : 'user_product_renewed';
    return buildEvent(row, { type });
  });
  await stores.events.append(organisationId, { after, events });
  return row;
}
const list = async (edits: Partial<Parameters<typeof world.useCases.listEvents>[0]> = {}) => {
  const { organisationId, useCases } = world;
  const all = { organisationId, after: 0, limit: 10, userProductId: null, type: null };
  const read = await useCases.listEvents({ ...all, ...edits });
  return read === null ? null : [read.events.map((it) => it.position), read.next];
};

describe('The log of an organisation', () => {
  test('is read page by page; at its end nothing follows', async () => {
    await happen(3);
    expect(await list({ limit: 2 })).toEqual([[1, 2], 2]);
    expect(await list({ limit: 2, after: 2 })).toEqual([[3], 3]);
    expect(await list({ after: 3 })).toEqual([[], null]);
  });

  test('may be read of one user product', async () => {
    await happen(2);
    const { id: userProductId } = await happen(2, [4]);
    expect(await list({ userProductId })).toEqual([[3, 4], 4]);
    expect(await list({ userProductId, type: 'package_upgrade' })).toEqual([[4], 4]);
  });

  test('may be read of one type: what was looked at is said, also where nothing was found', async () => {
    await happen(10, [3, 7, 9]);
    const type = 'package_upgrade';
    expect(await list({ type, limit: 2 })).toEqual([[3, 7], 7]);
    expect(await list({ type, limit: 2, after: 7 })).toEqual([[9], 10]);
    expect(await list({ type, after: 10 })).toEqual([[], null]);
  });

  test('is looked through for a rare type in bounded steps', async () => {
    await happen(5_500, [5_400]);
    const type = 'package_upgrade';
    expect(await list({ type })).toEqual([[], 5_000]);
    expect(await list({ type, after: 5_000 })).toEqual([[5_400], 5_500]);
  });

  test('goes on where its beginning was removed', async () => {
    await happen(10, [9]);
    await world.stores.retention.removeBelow(world.organisationId, 5);
    expect(await list({ type: 'package_upgrade' })).toEqual([[9], 10]);
  });

  test('is none of an organisation that is not there', async () => {
    expect(await list({ organisationId: newId() })).toBeNull();
  });
});
