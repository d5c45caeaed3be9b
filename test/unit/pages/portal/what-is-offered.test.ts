import { describe, expect, test } from '@jest/globals';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { offeredCodes, whatIsOffered } from '../../../../src/pages/portal/what-is-offered.js';
import { startPortalPages } from '../../../support/portal-pages.js';

type Given = Parameters<typeof startPortalPages>[0];

/** What is offered of a subscription in a world of its own, before and behind what is done to it. */
async function offered(given: Given, edits: Partial<UserProduct> = {}, customerCanCancel = true) {
  const world = await startPortalPages(given);
  await world.seeded.editPackage('basic', (it) => ({ ...it, customerCanCancel }));
  const product = { ...(await world.subscribe()), ...edits };
  const context = await world.useCases.readContext(world.seeded.organisation.id);
  if (context === null) throw new Error('no organisation');
  return whatIsOffered({ last: product, context }, world.visitorOf(product));
}
const nothing = { change: null, whyNoChange: null, cancel: false, reactivate: false, undo: false };
const offer = { portal: { offer: ['digital'] } };

describe('A visitor may', () => {
  test('change and cancel what renews', async () => {
    expect(await offered(offer)).toEqual({ ...nothing, change: 'offer', cancel: true });
  });

  test('not cancel what its package does not let them', async () => {
    expect(await offered(offer, {}, false)).toEqual({ ...nothing, change: 'offer' });
  });

  test('change to nothing where nothing is offered', async () => {
    expect(await offered({})).toEqual({ ...nothing, whyNoChange: 'nothing_offered', cancel: true });
  });

  test('reactivate what is cancelled, and not change it', async () => {
    expect(await offered(offer, { state: 'cancelled' })).toEqual({
      ...nothing,
      whyNoChange: 'cancelled',
      reactivate: true,
    });
  });

  test('change what runs out, and not cancel it', async () => {
    expect(await offered(offer, { subscriptionType: 'limited' })).toEqual({
      ...nothing,
      change: 'offer',
    });
  });

  test.each(['pending', 'frozen', 'deactivated'] as const)(
    'do nothing with what is %s',
    async (state) => {
      expect(await offered(offer, { state })).toEqual(nothing);
    },
  );

  test('choose from the offer of the visit, else from the organisation’s', async () => {
    const codesOf = async (given: Given) => {
      const world = await startPortalPages(given);
      return offeredCodes(world.visitorOf(await world.subscribe()));
    };
    expect(await codesOf(offer)).toEqual(['digital']);
    expect(await codesOf({ ...offer, visit: { offer: ['lite'] } })).toEqual(['lite']);
    expect(await codesOf({ ...offer, visit: { offer: [] } })).toEqual([]);
  });
});

describe('A visitor whose change waits may', () => {
  const asked = async (given: Given, ask: 'payway' | 'group') => {
    const world = await startPortalPages(given);
    const tierId = given?.tiers === undefined ? null : world.tierOf('basic').id;
    const product = await world.subscribe({ edits: { tierId } });
    if (ask === 'payway') await world.useCases.requestChange(world.seeded.request(product, 'lite'));
    else {
      const command = world.grouped?.apply(product, 'digital');
      if (command !== undefined) await world.useCases.applyTier(command);
    }
    const life = await world.useCases.readSubscription(world.keyOf(product));
    if (life === null) throw new Error('no life');
    expect(life.last.pendingChange).not.toBeNull();
    return whatIsOffered(life, world.visitorOf(product));
  };
  const tiers = [{ code: 'basic' }, { code: 'digital', changeTiming: 'end_of_period' as const }];

  test('undo it, cancel, and ask for another which replaces it, by Payway’s rules', async () => {
    expect(await asked(offer, 'payway')).toEqual({
      ...nothing,
      change: 'offer',
      cancel: true,
      undo: true,
    });
  });

  test('undo it first, within a product group', async () => {
    expect(await asked({ tiers }, 'group')).toEqual({
      ...nothing,
      whyNoChange: 'undo_first',
      cancel: true,
      undo: true,
    });
  });
});

describe('In a product group a visitor may', () => {
  const within = async (enabled: boolean) => {
    const world = await startPortalPages({
      tiers: [{ code: 'basic' }, { code: 'digital' }],
      ...offer,
    });
    const { grouped, stores, seeded } = world;
    if (grouped === null) throw new Error('no group');
    await stores.productGroups.replace(seeded.organisation.id, {
      ...grouped.group,
      enabled,
      version: 2,
    });
    const product = await world.subscribe({ edits: { tierId: world.tierOf('basic').id } });
    const life = await world.useCases.readSubscription(world.keyOf(product));
    if (life === null) throw new Error('no life');
    return whatIsOffered(life, world.visitorOf(product)).change;
  };

  test('choose from its tiers, whatever the organisation offers besides', async () => {
    expect(await within(true)).toBe('group');
  });

  test('choose nothing where it is disabled', async () => {
    expect(await within(false)).toBeNull();
  });
});
