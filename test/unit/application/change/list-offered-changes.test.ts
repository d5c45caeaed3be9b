import { describe, expect, test } from '@jest/globals';
import { at } from '../../../support/domain/at.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

const all = ['weekend', 'premium', 'nothing', 'lite', 'basic', 'digital', 'lite'];

async function begin() {
  const world = await startInMemory();
  const product = await world.subscribe();
  const list = (edits: object = {}, behaviour: 'default' | 'explicit' = 'default') =>
    world.useCases.listOfferedChanges(
      { ...world.keyOf(product), packageCodes: all, ...edits },
      behaviour,
    );
  return { ...world, product, list };
}

describe('What a publisher offers', () => {
  test('stands in the order of rank, each once, unranked last; unknown codes are left out', async () => {
    const { list } = await begin();
    expect((await list())?.offered.map((it) => it.package.code)).toEqual([
      'lite',
      'basic',
      'digital',
      'premium',
      'weekend',
    ]);
  });

  test('is each period with what a request for it comes to', async () => {
    const { list, seeded, product, useCases } = await begin();
    const offered = (await list())?.offered ?? [];
    const digital = offered.find((it) => it.package.code === 'digital');
    const [recurring, limited] = digital?.periods ?? [];
    if (recurring?.outcome.ok !== true) throw new Error('refused');
    expect(limited?.outcome).toMatchObject({
      ok: false,
      refusals: [{ reason: 'subscription_type_mismatch' }],
    });
    const preview = await useCases.previewChange(seeded.request(product, 'digital'));
    expect(preview).toMatchObject({ allowed: true, decision: recurring.outcome.decision });
  });

  test('is the present package too, with the reason why not', async () => {
    const { list } = await begin();
    const own = (await list())?.offered.find((it) => it.package.code === 'basic');
    expect(own?.periods[0]?.outcome).toMatchObject({ refusals: [{ reason: 'same_package' }] });
  });

  test('is decided under the behaviour that the organisation has chosen', async () => {
    const { list } = await begin();
    const kindOf = async (behaviour: 'default' | 'explicit') => {
      const listed = await list({ packageCodes: ['digital'] }, behaviour);
      const outcome = listed?.offered[0]?.periods[0]?.outcome;
      return outcome?.ok === true ? outcome.decision.kind : null;
    };
    expect([await kindOf('default'), await kindOf('explicit')]).toEqual(['upgrade', 'change']);
  });

  test('is looked at without a write, as of now', async () => {
    const { list, stored, product, time } = await begin();
    time.set(at('2026-06-10T00:00:00+02:00'));
    const before = await stored(product);
    const listed = await list();
    expect(listed?.now).toBe(time.now());
    expect(listed?.product.validTo).toBe(at('2026-07-01T00:00:00+02:00'));
    expect(await stored(product)).toEqual(before);
  });

  test.each(['organisationId', 'accountId', 'userProductId'])(
    'is unknown for another %s',
    async (name) => {
      const { list } = await begin();
      expect(await list({ [name]: newId() })).toBeNull();
    },
  );
});
