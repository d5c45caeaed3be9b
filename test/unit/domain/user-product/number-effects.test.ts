import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { numberEffects } from '../../../../src/domain/user-product/number-effects.js';
import type { ChangeId, UserProductId } from '../../../../src/domain/ids.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, sek } from '../../../support/domain/build-package.js';
import { buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100 });
const product = buildUserProduct(basic);
const successor = { ...product, id: idOf<UserProductId>(900) };
const changeId = idOf<ChangeId>(700);
const number = (effects: Parameters<typeof numberEffects>[0]) =>
  numberEffects(effects, {
    occurredAt: at('2026-04-16T00:00:00Z'),
    lastSequence: 7,
    catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [basic] }),
    nextEventId: countingIds().nextEventId,
  });

describe('the events of a commit', () => {
  const events = number([
    { type: 'package_change_cancelled', changeId, before: product, after: product },
    { type: 'package_upgrade', changeId, before: product, after: successor },
    { type: 'user_product_renewed', changeId: null, before: successor, after: successor },
  ]);

  test('count on from the chain’s last sequence, each with an id of its own', () => {
    expect(events.map((it) => it.sequence)).toEqual([8, 9, 10]);
    expect(events.map((it) => it.id)).toEqual([idOf(1), idOf(2), idOf(3)]);
  });

  test('are the source’s where there is a side before, and occur at the effective instant', () => {
    expect(events.map((it) => it.userProductId)).toEqual([product.id, product.id, successor.id]);
    expect(new Set(events.map((it) => it.occurredAt))).toEqual(
      new Set([at('2026-04-16T00:00:00Z')]),
    );
    expect(events[0]).toMatchObject({
      type: 'package_change_cancelled',
      changeId,
      organisationId: product.organisationId,
      accountId: product.accountId,
      subscriptionId: product.subscriptionId,
    });
  });

  test('know each side by the sequence that it was or is known by', () => {
    const sequences = events.map((it) => [
      it.before?.userProduct.lastSequence,
      it.after?.userProduct.lastSequence,
    ]);
    expect(sequences).toEqual([
      [7, 8],
      [8, 9],
      [9, 10],
    ]);
  });

  test('of something new have no side before', () => {
    const [created] = number([
      { type: 'user_product_created', changeId: null, before: null, after: product },
    ]);
    expect(created).toMatchObject({ before: null, userProductId: product.id });
  });
});
