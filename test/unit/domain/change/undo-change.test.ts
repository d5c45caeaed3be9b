import { describe, expect, test } from '@jest/globals';
import { changeAtOnce } from '../../../../src/domain/change/change-at-once.js';
import { undoChange } from '../../../../src/domain/change/undo-change.js';
import type { ChangeId, UserProductId } from '../../../../src/domain/ids.js';
import type { Instant } from '../../../../src/domain/time/instant.js';
import type { Restored } from '../../../../src/domain/change/waiting-again.js';
import { endPeriod } from '../../../../src/domain/user-product/end-period.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';
import { basic, digital, ladderCatalogue, lite } from '../../../support/domain/ladder.js';
import { committedBy, reasonsOf } from '../../../support/domain/write-order.js';
import { buildChange } from '../../../support/stored/build-entry.js';
import { decidedAt, orderOfChange } from './change-orders.js';

const may = at('2026-05-01T00:00:00Z');
const undoneAt = at('2026-04-18T00:00:00Z');
const source = buildUserProduct(basic);
const { next, successor } = changeAtOnce(orderOfChange(source, digital));
if (successor === null) throw new Error('an upgrade has a successor');
const upgraded: UserProduct = successor;
const upgradedUntil = at('2026-04-23T12:00:00Z');

/** A downgrade to lite that the upgrade has superseded, as it was asked for. */
const supersededChange = buildChange(source, {
  ...buildPending(lite),
  requirements: [],
  id: idOf<ChangeId>(700),
  state: 'superseded',
  closedAt: decidedAt,
});

type Case = {
  readonly when?: Instant;
  readonly source?: UserProduct;
  readonly superseded?: Restored | null;
};

const undo = (
  edits: Partial<UserProduct> = {},
  { when = undoneAt, source: of = next, superseded = null }: Case = {},
) =>
  undoChange({
    product: { ...upgraded, ...edits },
    source: of,
    at: when,
    catalogue: ladderCatalogue(utc),
    ids: countingIds(950),
    changeId: idOf<ChangeId>(801),
    requestedBy: 'operator:test',
    superseded,
  });

describe('Undoing a change', () => {
  test('goes on as before, until the old end: basic until 1 May', () => {
    const done = committedBy(undo());
    expect(done.next).toMatchObject({
      state: 'deactivated',
      endedBy: { successorId: idOf(950), behaviour: 'explicit' },
    });
    expect(done.successor).toMatchObject({
      id: idOf<UserProductId>(950),
      packageCode: basic.code,
      validFrom: undoneAt,
      validTo: may,
      anchor: source.anchor,
      createdFrom: 'undo',
    });
    expect(done.events.map((it) => it.type)).toEqual(['package_change_undone']);
  });

  test('is a change of its own, by whoever corrected', () => {
    expect(committedBy(undo()).changeRows).toMatchObject([
      {
        write: 'open',
        change: {
          ...{ id: idOf(801), kind: 'change', state: 'applied', rule: 'operator_correction' },
          ...{ requestedBy: 'operator:test', amounts: null, successorId: idOf(950) },
          eventIds: [idOf(1)],
        },
      },
    ]);
  });

  test('takes what waits away first', () => {
    const done = committedBy(undo({ pendingChange: buildPending(lite) }));
    expect(done.events.map((it) => it.type)).toEqual([
      'package_change_cancelled',
      'package_change_undone',
    ]);
    expect(done.changeRows.map((it) => it.write)).toEqual(['close', 'open']);
  });

  test('of one that came at the period’s end goes on to the end of the period that would have followed', () => {
    const ended = endPeriod({
      product: buildUserProduct(basic, { pendingChange: buildPending(lite) }),
      catalogue: ladderCatalogue(utc),
      ids: countingIds(940),
    });
    const done = committedBy(
      undo(ended.successor ?? {}, { when: at('2026-05-03T00:00:00Z'), source: ended.next }),
    );
    expect(done.successor?.validTo).toBe(at('2026-06-01T00:00:00Z'));
  });

  test.each([
    { where: 'something has ended it since', edits: { endedBy: next.endedBy }, when: undoneAt },
    { where: 'it is deactivated', edits: { state: 'deactivated' as const }, when: undoneAt },
  ])('is refused as not the last where $where', ({ edits, when }) => {
    expect(reasonsOf(undo(edits, { when }))).toEqual(['not_the_last']);
  });

  test.each([may, at('2026-05-02T00:00:00Z')])(
    'is refused as too late at %d, when the old end is reached',
    (when) => {
      expect(reasonsOf(undo({}, { when }))).toEqual(['too_late']);
    },
  );

  test('is refused where there was no end to go back to', () => {
    expect(reasonsOf(undo({}, { source: { ...next, validTo: null } }))).toEqual(['too_late']);
  });

  test('lets what it had superseded wait again, by a new row of the same request', () => {
    const superseded = { change: supersededChange, changeId: idOf<ChangeId>(802) };
    const done = committedBy(undo({}, { superseded }));
    expect(done.successor?.pendingChange).toEqual(
      buildPending(lite, { changeId: idOf(802), dueAt: may }),
    );
    expect(done.events.map((it) => it.type)).toEqual([
      'package_change_undone',
      'package_downgrade',
    ]);
    expect(done.changeRows.at(-1)).toMatchObject({
      write: 'open',
      change: { id: idOf(802), userProductId: idOf(950), state: 'created', eventIds: [idOf(2)] },
    });
  });

  test('keeps a cancellation, which leaves nothing waiting', () => {
    const cancellation = { reasonId: 'moved', creditInvoiceIfSent: false };
    const cancelled = { state: 'cancelled', cancelledAt: undoneAt, cancellation } as const;
    const superseded = { change: supersededChange, changeId: idOf<ChangeId>(802) };
    const done = committedBy(undo(cancelled, { superseded }));
    expect(done.successor).toMatchObject({ ...cancelled, pendingChange: null });
    expect(done.changeRows).toHaveLength(1);
  });

  test('is refused where a period was sold since', () => {
    const paid = { ...upgraded.paid, from: upgradedUntil };
    const renewed = { validTo: at('2026-05-23T12:00:00Z'), paid };
    const when = at('2026-04-25T00:00:00Z');
    expect(reasonsOf(undo(renewed, { when }))).toEqual(['money_moved']);
  });

  test('gives what was paid back as it was: 100.00 for April', () => {
    expect(committedBy(undo()).successor?.paid).toEqual(source.paid);
  });

  test('is refused where a document was written', () => {
    const paid = { ...upgraded.paid, document: { number: 'invoice 1' } };
    expect(reasonsOf(undo({ paid }))).toEqual(['money_moved']);
  });

  test('is refused where its end was set since', () => {
    expect(reasonsOf(undo({ validTo: at('2026-04-30T00:00:00Z') }))).toEqual(['edited_since']);
  });

  test('of a row from before terms were kept goes back all the same', () => {
    const old = next.endedBy && { ...next.endedBy, terms: null };
    const done = undo(
      { validTo: at('2026-04-30T00:00:00Z') },
      { source: { ...next, endedBy: old } },
    );
    expect(committedBy(done).successor?.validTo).toBe(may);
  });
});
