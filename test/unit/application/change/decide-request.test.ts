import { describe, expect, test } from '@jest/globals';
import {
  answerToRepeat,
  decideRequest,
  type Question,
} from '../../../../src/application/change/decide-request.js';
import type { ChangeId, PaymentPeriodId, UserProductId } from '../../../../src/domain/ids.js';
import type { PackagePeriodName } from '../../../../src/domain/change/payway/package-period-name.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import type { PaywayRefusalReason } from '../../../../src/domain/change/payway/payway-refusal.js';
import type { PaywayBehaviour } from '../../../../src/domain/user-product/change.js';
import { makeReadOrganisationContext } from '../../../../src/application/catalogue/read-organisation-context.js';
import { startInMemory } from '../../../support/in-memory-process.js';
import { idOf } from '../../../support/domain/id-of.js';
import { startProcess } from '../../../support/process.js';
import { quoteIn } from '../../../support/signed-quotes.js';
import { plainQuotes } from './plain-quotes.js';

const policyOf = (behaviour: PaywayBehaviour = 'default') =>
  makePaywayPolicy({ behaviour, exportingIntegrations: new Set() });

async function begin() {
  const world = await startInMemory();
  const { stores, seeded, time } = world;
  const quotes = plainQuotes(time);
  const product = await world.subscribe();
  const { behaviour, packageCode, periodId, ...command } = seeded.request(product, 'digital');
  const deps = {
    ids: stores.ids,
    quotes,
    readContext: makeReadOrganisationContext({ ...stores, clock: time }),
  };
  const questionOf = async (
    code: string,
    edits: { periodId?: null | PaymentPeriodId; quote?: string; policy?: 'explicit' } = {},
  ): Promise<Question<PaywayRefusalReason, PackagePeriodName>> => {
    const { policy, quote, ...of } = edits;
    return {
      command: {
        ...command,
        ...(quote === undefined ? {} : { quote }),
        named: { periodId, packageCode: code, ...of },
      },
      policy: policyOf(policy),
      context: await world.context(),
      attempt: { product: (await world.stored(product)).product, now: time.now() },
      changeId: idOf<ChangeId>(800),
      successorId: idOf<UserProductId>(900),
    };
  };
  const quoted = async (code: string) => {
    const { previewChange } = startProcess(stores, time, { quotes });
    return quoteIn(await previewChange(seeded.request(product, code)));
  };
  return { ...world, deps, product, questionOf, quoted };
}

describe('Deciding a request', () => {
  test('proposes a commit under the ids that were chosen for it', async () => {
    const { deps, questionOf } = await begin();
    expect(await decideRequest(deps, await questionOf('digital'))).toMatchObject({
      id: idOf(900),
      transition: { changeId: idOf(800), successor: { id: idOf(900) } },
    });
  });

  test('proposes the user product itself where the change waits', async () => {
    const { deps, questionOf, seeded, product } = await begin();
    const { periodId } = seeded.request(product, 'lite');
    expect(await decideRequest(deps, await questionOf('lite', { periodId }))).toMatchObject({
      id: product.id,
      transition: { successor: null },
    });
  });

  test('by another policy is another decision', async () => {
    const { deps, questionOf } = await begin();
    const decided = await decideRequest(deps, await questionOf('digital', { policy: 'explicit' }));
    expect(decided).toMatchObject({ transition: { next: { pendingChange: { kind: 'change' } } } });
  });

  test('fails for what is refused, and for what is not there', async () => {
    const { deps, questionOf, seeded, product } = await begin();
    const { periodId } = seeded.request(product, 'basic');
    expect(await decideRequest(deps, await questionOf('basic', { periodId }))).toMatchObject({
      failure: 'refused',
      refusals: [{ reason: 'same_package' }],
    });
    expect(await decideRequest(deps, await questionOf('nothing'))).toEqual({
      ok: false,
      failure: 'target_not_found',
    });
  });
});

describe('Deciding a request with a quote', () => {
  test('does what was quoted, as of when it was', async () => {
    const { deps, questionOf, quoted, time } = await begin();
    const quote = await quoted('digital');
    const at = time.now();
    time.set((at + 30_000) as typeof at);
    expect(await decideRequest(deps, await questionOf('digital', { quote }))).toMatchObject({
      transition: { next: { lastEffectiveAt: at } },
    });
  });

  test('fails where the quote is no quote', async () => {
    const { deps, questionOf } = await begin();
    expect(await decideRequest(deps, await questionOf('digital', { quote: 'rubbish' }))).toEqual({
      ok: false,
      failure: 'quote_unreadable',
    });
  });

  test.each([
    ['its price', { periods: 'dearer' }, ['the price']],
    ['whether it is sold', { archived: true }, ['what the rule target_not_on_sale looks at']],
    ['that there was one', { code: 'renamed' }, ['the package or its payment period']],
  ])('fails where the package has lost %s', async (_, edits, moved) => {
    const { deps, questionOf, quoted, seeded } = await begin();
    const quote = await quoted('digital');
    await seeded.editPackage('digital', (it) =>
      'periods' in edits
        ? {
            ...it,
            periods: it.periods.map((of) => ({
              ...of,
              price: { ...of.price, amountMinor: 20_001 },
            })),
          }
        : { ...it, ...edits },
    );
    const decided = await decideRequest(deps, await questionOf('digital', { quote }));
    expect(decided).toMatchObject({ ok: false, failure: 'quote_moved' });
    expect('failure' in decided && decided.failure === 'quote_moved' ? decided.moved : []).toEqual(
      expect.arrayContaining(moved),
    );
  });
});

describe('A repeat', () => {
  test('is none where nothing was asked before', async () => {
    const { deps, questionOf } = await begin();
    expect(answerToRepeat(deps, await questionOf('digital'))).toBeNull();
  });

  test.each([
    ['the same period', {}, true],
    ['no period, where the same one is meant', { periodId: null }, true],
    ['another period', { periodId: idOf<PaymentPeriodId>(1) }, false],
    ['another policy', { policy: 'explicit' as const }, false],
  ])('is told by package, period and behaviour: %s', async (_, edits, isRepeat) => {
    const { deps, questionOf, useCases, seeded, product } = await begin();
    const result = await useCases.requestChange(seeded.request(product, 'digital'));
    const id = result.ok && 'id' in result ? result.id : null;
    const known = answerToRepeat(deps, await questionOf('digital', edits));
    expect(known === null || 'failure' in known ? null : known.id).toBe(isRepeat ? id : null);
  });

  test('is none where no period is named and the package is unknown', async () => {
    const { deps, questionOf } = await begin();
    expect(answerToRepeat(deps, await questionOf('nothing', { periodId: null }))).toBeNull();
  });

  test.each([
    ['as it was, where the quote is of it', 20_000, null],
    ['as moved, where the quote is of another price', 20_001, ['the price']],
  ])('is answered %s', async (_, amountMinor, moved) => {
    const { deps, questionOf, quoted, useCases, seeded, product } = await begin();
    await seeded.editPackage('digital', (it) => ({
      ...it,
      periods: it.periods.map((of) => ({ ...of, price: { ...of.price, amountMinor } })),
    }));
    const quote = await quoted('digital');
    await seeded.editPackage('digital', (it) => ({
      ...it,
      periods: it.periods.map((of) => ({ ...of, price: { ...of.price, amountMinor: 20_000 } })),
    }));
    await useCases.requestChange(seeded.request(product, 'digital'));
    const known = answerToRepeat(deps, await questionOf('digital', { quote }));
    if (moved === null) expect(known).not.toHaveProperty('failure');
    else {
      expect(known).toMatchObject({
        failure: 'quote_moved',
        moved: expect.arrayContaining(moved),
      });
    }
  });
});
