import { describe, expect, test } from '@jest/globals';
import {
  openedAgain,
  toldAgain,
  waitingAgain,
} from '../../../../src/domain/change/waiting-again.js';
import type { ChangeId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic, lite } from '../../../support/domain/ladder.js';
import { buildChange, buildEvent } from '../../../support/stored/build-entry.js';

const product = buildUserProduct(basic);
const june = at('2026-06-01T00:00:00Z');
const change = buildChange(product, {
  ...buildPending(lite),
  id: idOf<ChangeId>(700),
  state: 'superseded',
  closedAt: at('2026-04-16T00:00:00Z'),
});
const changeId = idOf<ChangeId>(802);
const pendingChange = waitingAgain({ change, changeId }, june);
const row = { ...product, pendingChange };

describe('A superseded change that waits again', () => {
  test('is as it was asked for, under a new id, until the end that is given', () => {
    expect(pendingChange).toEqual(buildPending(lite, { changeId, dueAt: june }));
  });

  test('may be an upgrade, told as when it was registered', () => {
    const upgrade = { ...change, kind: 'upgrade' } as const;
    const waiting = waitingAgain({ change: upgrade, changeId }, june);
    expect(waiting).toEqual(buildPending(lite, { changeId, dueAt: june, kind: 'upgrade' }));
    expect(toldAgain(product, { ...product, pendingChange: waiting })).toMatchObject([
      { type: 'package_upgrade_scheduled', changeId },
    ]);
  });

  test('is told as when it was registered; where nothing waits nothing is', () => {
    expect(toldAgain(product, row)).toEqual([
      { type: 'package_downgrade', changeId, before: product, after: row },
    ]);
    expect(toldAgain(product, product)).toEqual([]);
  });

  test('has a new row that is open; where nothing waits none', () => {
    const event = buildEvent(product, { changeId });
    expect(openedAgain({ change, changeId }, row, [event])).toEqual([
      {
        write: 'open',
        change: {
          ...change,
          ...{ id: changeId, state: 'created', closedAt: null, effectiveAt: june },
          eventIds: [event.id],
        },
      },
    ]);
    expect(openedAgain({ change, changeId }, product, [event])).toEqual([]);
  });
});
