import { describe, expect, test } from '@jest/globals';
import { repeatIn } from '../../../../src/application/change/repeat-in.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import type { PaymentPeriodId } from '../../../../src/domain/ids.js';
import { idOf } from '../../../support/domain/id-of.js';
import { startInMemory } from '../../../support/in-memory-process.js';

const policy = makePaywayPolicy({ behaviour: 'default', exportingIntegrations: new Set() });

async function begin() {
  const world = await startInMemory();
  const before = await world.subscribe();
  const asked = world.seeded.request(before, 'lite');
  await world.useCases.requestChange(asked);
  const context = await world.context();
  const { product } = await world.stored(before);
  const repeatOf = (packageCode: string, periodId: PaymentPeriodId | null) =>
    repeatIn(context, policy, { named: { packageCode, periodId }, product });
  return { asked, product, repeatOf };
}

describe('A request as a repeat', () => {
  test('names the same period, or none, where the same one is meant', async () => {
    const { asked, product, repeatOf } = await begin();
    const repeat = { id: product.id, target: product.pendingChange?.target };
    expect(repeatOf('lite', asked.periodId)).toMatchObject(repeat);
    expect(repeatOf('lite', null)).toMatchObject(repeat);
  });

  test('is none of another period, or of a package that is unknown', async () => {
    const { repeatOf } = await begin();
    expect(repeatOf('lite', idOf<PaymentPeriodId>(1))).toBeNull();
    expect(repeatOf('nothing', null)).toBeNull();
  });
});
