import { describe, expect, test } from '@jest/globals';
import type { ChangeId } from '../../../../src/domain/ids.js';
import {
  committed,
  eventIdsOf,
  eventsOf,
  touched,
} from '../../../../src/domain/user-product/commit-frame.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { orderOf, sold, writtenAt } from '../../../support/domain/write-order.js';

const product = sold();
const later = at('2026-04-20T00:00:00Z');

describe('A row that a commit touches', () => {
  test('was updated when the commit takes effect, its version not yet counted', () => {
    expect(touched({ product, at: writtenAt }, { state: 'cancelled' })).toEqual({
      ...product,
      state: 'cancelled',
      updatedAt: writtenAt,
      lastEffectiveAt: writtenAt,
    });
  });

  test('never goes back behind what was effective before', () => {
    const ahead = sold({ lastEffectiveAt: later });
    expect(touched({ product: ahead, at: writtenAt })).toMatchObject({
      updatedAt: writtenAt,
      lastEffectiveAt: later,
    });
  });

  test('counts one version on when it is committed', () => {
    const frame = { product, at: writtenAt };
    expect(committed(frame, { state: 'cancelled' })).toEqual({
      ...touched(frame, { state: 'cancelled' }),
      version: 4,
    });
  });
});

describe('The events of a commit', () => {
  const changeId = idOf<ChangeId>(9);
  const effect = { type: 'user_product_updated', before: product, after: product } as const;

  test('are numbered on from the row’s last, and tell how far the chain has come', () => {
    const effects = [
      { ...effect, changeId },
      { ...effect, changeId: null },
    ];
    const { events, lastSequence } = eventsOf(orderOf(product), effects);
    expect(events.map((it) => [it.sequence, it.occurredAt])).toEqual([
      [7, writtenAt],
      [8, writtenAt],
    ]);
    expect(lastSequence).toBe(8);
    expect(eventIdsOf(events, changeId)).toEqual([idOf(1)]);
  });

  test('did not happen before what the chain told last', () => {
    const ahead = sold({ lastEffectiveAt: later });
    const { events } = eventsOf(orderOf(ahead), [{ ...effect, changeId }]);
    expect(events.map((it) => it.occurredAt)).toEqual([later]);
  });

  test('are none without an effect', () => {
    expect(eventsOf(orderOf(product), [])).toEqual({ events: [], lastSequence: 6 });
  });
});
