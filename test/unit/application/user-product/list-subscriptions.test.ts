import { describe, expect, test } from '@jest/globals';
import { money } from '../../../support/domain/build-package.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { newId } from '../../../support/stored/ids.js';

describe('The subscriptions of an account', () => {
  test('are told with what the catalogue says of them now', async () => {
    const { useCases, subscribe, seeded, organisationId, keyOf } = await startInMemory();
    const product = await subscribe();
    const { accountId } = product;
    const cancelled = await subscribe({ edits: { accountId } });
    const reason = { reasonId: null, creditInvoiceIfSent: false };
    await useCases.cancelUserProduct(keyOf(cancelled), reason);
    await seeded.editPackage('basic', (it) => ({
      ...it,
      kind: 'campaign',
      basePackageCode: 'lite',
    }));
    const listed = await useCases.listSubscriptions({ organisationId, accountId });
    const shown = listed?.subscriptions.map((it) => [it.userProduct.state, it.nextPrice]);
    expect(shown).toEqual([
      ['activated', money(10_000)],
      ['cancelled', null],
    ]);
    expect(listed?.timeZone).toBe('Europe/Stockholm');
  });

  test('say which are campaigns', async () => {
    const { useCases, subscribe, seeded, organisationId } = await startInMemory();
    const { accountId } = await subscribe();
    await seeded.editPackage('basic', (it) => ({
      ...it,
      kind: 'campaign',
      basePackageCode: 'lite',
    }));
    const listed = await useCases.listSubscriptions({ organisationId, accountId });
    expect(listed?.subscriptions.map((it) => it.isCampaign)).toEqual([true]);
  });

  test('are unknown where the account is', async () => {
    const { useCases, organisationId } = await startInMemory();
    expect(await useCases.listSubscriptions({ organisationId, accountId: newId() })).toBeNull();
  });
});
