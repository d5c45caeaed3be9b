import { describe, expect, test } from '@jest/globals';
import {
  closeSuperseded,
  withoutPendingChange,
} from '../../../../src/domain/user-product/superseded-change.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import { sold, waiting, writtenAt } from '../../../support/domain/write-order.js';
import { buildEvent } from '../../../support/stored/build-entry.js';

describe('A change that another commit supersedes', () => {
  const product = waiting();

  test('leaves its user product, which says so', () => {
    const { row, effects } = withoutPendingChange({ product, at: writtenAt });
    expect(row).toEqual({
      ...product,
      pendingChange: null,
      updatedAt: writtenAt,
      lastEffectiveAt: writtenAt,
    });
    expect(effects).toEqual([
      { type: 'package_change_cancelled', changeId: idOf(700), before: product, after: row },
    ]);
  });

  test('is closed, with the events that tell of it', () => {
    const own = buildEvent(product, { changeId: idOf(700) });
    const other = buildEvent(product, { changeId: idOf(800) });
    expect(closeSuperseded({ product, at: writtenAt }, [own, other])).toEqual([
      {
        write: 'close',
        changeId: idOf(700),
        state: 'superseded',
        closedAt: writtenAt,
        effectiveAt: at('2026-05-01T00:00:00Z'),
        successorId: null,
        eventIds: [own.id],
      },
    ]);
  });

  test('is none where nothing waits', () => {
    const frame = { product: sold(), at: writtenAt };
    expect(withoutPendingChange(frame)).toEqual({ row: frame.product, effects: [] });
    expect(closeSuperseded(frame, [])).toEqual([]);
  });
});
