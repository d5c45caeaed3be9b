import { expect, test } from '@jest/globals';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { buildCart } from '../../../support/stored/build-cart.js';

test('Open carts are removed a day after their end, unless the worker stops; completed ones stay', async () => {
  const { useCases, stores, organisationId, time } = await startInMemory();
  const createdAt = at('2026-04-16T00:00:00Z');
  const old = buildCart({ createdAt });
  const completed = buildCart({ createdAt, status: 'completed' });
  const young = buildCart({ createdAt: at('2026-04-16T00:00:01Z') });
  for (const it of [old, completed, young]) await stores.carts.insert(organisationId, it);
  time.set(at('2026-05-17T00:00:00Z'));
  expect(await useCases.removeOldCarts(() => false)).toBe(0);
  time.set(at('2026-05-17T00:00:01Z'));
  expect(await useCases.removeOldCarts(() => true)).toBe(0);
  expect(await useCases.removeOldCarts(() => false)).toBe(1);
  expect(await stores.carts.find(organisationId, old.id)).toBeNull();
  for (const it of [completed, young]) {
    expect(await stores.carts.find(organisationId, it.id)).toEqual(it);
  }
});
