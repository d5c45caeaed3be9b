import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  type BrowseEvents,
  makeBrowseEvents,
} from '../../../../src/application/events/browse-events.js';
import { openMemoryStores } from '../../../support/memory-stores/open-memory-stores.js';
import { buildEvent } from '../../../support/stored/build-entry.js';
import { buildRow } from '../../../support/stored/build-row.js';

describe('Somebody who looks through the log', () => {
  const row = buildRow();
  const { organisationId } = row;
  const other = buildRow({ organisationId });
  let browse: BrowseEvents;
  beforeAll(async () => {
    const { events: log } = openMemoryStores();
    const events = Array.from({ length: 6_100 }, (_, index) =>
      buildEvent(index % 2 === 0 ? row : other, {
        type: index === 0 || index === 6_099 ? 'package_upgrade' : 'user_product_renewed',
      }),
    );
    await log.append(organisationId, { after: 0, events });
    browse = makeBrowseEvents({ events: log });
  });
  const page = async (edits: Partial<Parameters<BrowseEvents>[0]>) => {
    const all = { order: 'newest', from: null, userProductId: null, type: null, limit: 2 } as const;
    const { events, next } = await browse({ organisationId, ...all, ...edits });
    return [events.map((it) => it.position), next];
  };

  test('begins at either end, and goes on where the page says', async () => {
    expect(await page({})).toEqual([[6_100, 6_099], 6_098]);
    expect(await page({ from: 2 })).toEqual([[2, 1], null]);
    expect(await page({ order: 'oldest' })).toEqual([[1, 2], 3]);
    expect(await page({ order: 'oldest', from: 6_099 })).toEqual([[6_099, 6_100], null]);
  });

  test('finds those of one user product', async () => {
    expect(await page({ userProductId: row.id })).toEqual([[6_099, 6_097], 6_095]);
    const type = 'package_upgrade';
    expect(await page({ userProductId: row.id, type })).toEqual([[1], null]);
  });

  test('finds a rare type step by step, and never looks at the whole log for it', async () => {
    const type = 'package_upgrade';
    expect(await page({ type })).toEqual([[6_100], 1_100]);
    expect(await page({ type, from: 1_100 })).toEqual([[1], null]);
    expect(await page({ type, order: 'oldest' })).toEqual([[1], 5_001]);
    expect(await page({ type, order: 'oldest', from: 5_001 })).toEqual([[6_100], null]);
    expect(await page({ type, order: 'oldest', from: 9_000 })).toEqual([[], null]);
  });
});
