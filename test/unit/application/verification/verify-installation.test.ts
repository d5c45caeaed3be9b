import { describe, expect, test } from '@jest/globals';
import type { Instant } from '../../../../src/domain/time/instant.js';
import type { EndedBy } from '../../../../src/domain/user-product/change.js';
import type { UserProductId } from '../../../../src/domain/ids.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import {
  buildCreditNote,
  buildDocument,
  buildPosition,
} from '../../../support/stored/build-document.js';
import { buildChange, sideOf } from '../../../support/stored/build-entry.js';
import { groupOf, tierOf } from '../../../support/domain/tier-of.js';
import { at } from '../../../support/domain/at.js';
import { idOf } from '../../../support/domain/id-of.js';
import {
  entryOf,
  eventOf,
  findingsOf,
  otherPack,
  logOf,
  pack,
  realNow,
  rowOf,
} from './installation-of-rows.js';

const ago = (seconds: number): Instant => (realNow - seconds * 1_000) as Instant;
const hex = (number: number) => idOf<UserProductId>(number);

function endedBy(successorId: number): EndedBy {
  const { target, behaviour, changeId } = buildPending(pack);
  const id = hex(successorId);
  return {
    changeId,
    successorId: id,
    answerId: id,
    target,
    behaviour,
    terms: null,
    documents: null,
  };
}

/** 501 was changed into 502, both events are in the log. */
const source = rowOf(501, { state: 'deactivated', endedBy: endedBy(502) });
const successor = rowOf(502, { subscriptionId: source.product.subscriptionId, lastSequence: 2 });
const chainLog = logOf(eventOf(source, 1), eventOf(successor, 2));

describe('an installation that keeps its promises', () => {
  test('has no findings, however many pages it has', async () => {
    const rows = Array.from({ length: 1_201 }, (_, n) => rowOf(10_000 + n));
    expect(await findingsOf({ rows })).toEqual([]);
  });

  test('may have an ended user product with its successor', async () => {
    expect(await findingsOf({ rows: [source, successor], log: chainLog })).toEqual([]);
  });

  test('may have work of the last minute still on its way', async () => {
    const waiting = entryOf(ago(59), [eventOf(successor, 2)]);
    const source = rowOf(
      501,
      { state: 'deactivated', endedBy: endedBy(502) },
      { successor: { product: successor.product, outbox: [waiting] } },
    );
    const other = rowOf(600, { lastSequence: 2 });
    const rows = [source, { ...other, outbox: [entryOf(ago(60), [eventOf(other, 2)])] }];
    expect(await findingsOf({ rows, log: logOf(eventOf(source, 1), eventOf(other, 1)) })).toEqual(
      [],
    );
  });
});

describe('a finding', () => {
  test('is an index that is missing', async () => {
    expect(await findingsOf({ missingIndexes: ['events.position'] })).toEqual([
      'index_missing events.position',
    ]);
  });

  test('is a second living user product of a chain, told once', async () => {
    const first = rowOf(501);
    const second = rowOf(502, { subscriptionId: first.product.subscriptionId, lastSequence: 2 });
    const third = rowOf(503, { subscriptionId: first.product.subscriptionId, lastSequence: 3 });
    const log = logOf(eventOf(first, 1), eventOf(second, 2), eventOf(third, 3));
    expect(await findingsOf({ rows: [first, second, third], log })).toEqual([
      `two_living_user_products ${hex(501)} ${hex(501)} ${hex(502)} ${hex(503)}`,
    ]);
  });

  test('is that also where the first of the chain has the greater id', async () => {
    const first = rowOf(999);
    const second = rowOf(502, { subscriptionId: first.product.subscriptionId, lastSequence: 2 });
    const log = logOf(eventOf(first, 1), eventOf(second, 2));
    expect(await findingsOf({ rows: [first, second], log })).toEqual([
      `two_living_user_products ${hex(999)} ${hex(502)} ${hex(999)}`,
    ]);
  });

  test('is a successor that nobody inserted for more than a minute', async () => {
    const waiting = entryOf(ago(61), [eventOf(successor, 2)]);
    const stuck = { ...source, successor: { product: successor.product, outbox: [waiting] } };
    expect(await findingsOf({ rows: [stuck] })).toEqual([
      `successor_not_inserted ${hex(501)} ${hex(502)}`,
    ]);
  });

  test('is an ended user product whose successor is nowhere', async () => {
    expect(await findingsOf({ rows: [source] })).toEqual([
      `successor_lost ${hex(501)} ${hex(502)}`,
    ]);
  });

  test('is an outbox entry older than a minute', async () => {
    const row = rowOf(501, { lastSequence: 2 });
    const rows = [{ ...row, outbox: [entryOf(ago(61), [eventOf(row, 2)])] }];
    expect(await findingsOf({ rows })).toEqual([`outbox_not_drained ${hex(501)} ${hex(77)} 61`]);
  });

  test('is a pending change more than a minute past its date, by the organisation’s clock', async () => {
    const rows = [rowOf(501, { pendingChange: buildPending(otherPack) })];
    expect(await findingsOf({ rows })).toEqual([]);
    expect(await findingsOf({ rows, testClockAt: at('2026-05-01T00:01:00Z') })).toEqual([]);
    expect(await findingsOf({ rows, testClockAt: at('2026-05-01T00:01:01Z') })).toEqual([
      `pending_change_overdue ${hex(501)} ${hex(700)} 61`,
    ]);
  });

  test('is a row set aside', async () => {
    const rows = [rowOf(501, {}, { dueBlocked: true })];
    expect(await findingsOf({ rows })).toEqual([`user_product_set_aside ${hex(501)}`]);
  });

  test('is a gap in the positions of the log', async () => {
    const row = rowOf(501, { lastSequence: 2 });
    const log = [
      { position: 1, event: eventOf(row, 1) },
      { position: 3, event: eventOf(row, 2) },
    ];
    expect(await findingsOf({ rows: [row], log })).toEqual([
      `position_gap ${eventOf(row, 2).id} 3 1`,
    ]);
  });

  test.each([
    { of: 'that misses one', sequences: [1, 3], found: { sequence: 3, position: 2, after: 1 } },
    { of: 'that begins at 2', sequences: [2], found: { sequence: 2, position: 1, after: 0 } },
    { of: 'with one twice', sequences: [1, 1], found: { sequence: 1, position: 2, after: 1 } },
  ])('is a sequence $of', async ({ sequences, found }) => {
    const row = rowOf(501, { lastSequence: Math.max(...sequences) });
    const log = logOf(...sequences.map((it) => eventOf(row, it)));
    const facts = [hex(501), eventOf(row, found.sequence).id, found.position, found.sequence];
    expect(await findingsOf({ rows: [row], log })).toEqual([
      `sequence_gap ${[...facts, found.after].join(' ')}`,
    ]);
  });

  test('is an event that a row has counted and that is neither in the log nor in its outbox', async () => {
    const row = rowOf(501, { lastSequence: 3 });
    const waiting = { ...row, outbox: [entryOf(ago(1), [eventOf(row, 3)])] };
    expect(await findingsOf({ rows: [waiting], log: logOf(eventOf(row, 1)) })).toEqual([
      `event_lost ${hex(501)} ${hex(501)} 1 2`,
    ]);
  });

  test('is an invariant that a row breaks: a recurring one that would never end', async () => {
    expect(await findingsOf({ rows: [rowOf(501, { validTo: null })] })).toEqual([
      `invariant_broken ${hex(501)} end_missing`,
    ]);
  });

  test('is a document that has another number than it may, credits too much, or is not there', async () => {
    const row = rowOf(501);
    const invoice = { ...buildDocument(row.product), id: hex(1) as never, sequence: 2 };
    const half = [buildPosition(row.product, { netMinor: 10_001 })];
    const note = buildCreditNote(row.product, invoice, { id: hex(2) as never, positions: half });
    const lost = { creditNote: null, invoice: hex(3) as never };
    const change = buildChange(row.product, { id: hex(4) as never, documents: lost });
    const documents = [invoice, { ...note, sequence: 1 }];
    expect(await findingsOf({ rows: [row], documents, changes: [change] })).toEqual([
      `document_number_gap ${hex(1)} invoice 2 0`,
      `credited_too_much ${hex(2)} ${hex(1)} 10001 10000`,
      `document_lost ${hex(3)} ${hex(4)}`,
    ]);
  });

  test('is what was paid, where its documents say otherwise; a period that is invoiced twice, and one that is not', async () => {
    const row = rowOf(501, { hasDocuments: true });
    const { paid } = row.product;
    const createdAt = paid.from;
    const [first, again] = [1, 2].map((sequence) => ({
      ...buildDocument(row.product, { id: hex(sequence) as never, createdAt }),
      sequence,
    }));
    if (first === undefined || again === undefined) throw new Error('there are two');
    const charged = { ...row, product: { ...row.product, paid: { ...paid, document: null } } };
    const event = { ...eventOf(row, 1), type: 'user_product_renewed' as const };
    const log = logOf({ ...event, after: sideOf(charged.product) });
    const from = '2026-04-01T00:00:00.000Z';
    expect(await findingsOf({ rows: [charged], documents: [first, again], log })).toEqual([
      `period_invoiced_twice ${hex(501)} ${hex(1)} ${hex(2)} ${from}`,
      `paid_differs ${hex(501)} none document none ${hex(1)}`,
      `period_not_invoiced ${hex(501)} none ${event.id} 1 ${from}`,
    ]);
  });

  test('is a tier that is gone, of a living row and of what waits in it', async () => {
    const [own, aim] = [
      tierOf(pack, { number: 801 }),
      tierOf(otherPack, { number: 802, position: 2 }),
    ];
    const { target, ...waiting } = buildPending(otherPack);
    const pendingChange = {
      ...waiting,
      behaviour: 'group' as const,
      target: { ...target, tierId: aim.id },
    };
    const rows = [rowOf(501, { tierId: own.id, pendingChange })];
    const groupWith = (...tiers: readonly (typeof own)[]) => [groupOf({ number: 800, tiers })];
    expect(await findingsOf({ rows, groups: groupWith(own, aim) })).toEqual([]);
    expect(await findingsOf({ rows, groups: groupWith(own) })).toEqual([
      `invariant_broken ${hex(501)} waits_for_no_tier_of_its_group`,
    ]);
    expect(await findingsOf({ rows, groups: groupWith(aim) })).toEqual([
      `tier_lost ${hex(501)} ${own.id}`,
    ]);
  });

  test('is no tier that was made after the catalogue was read', async () => {
    const tier = tierOf(pack, { number: 801 });
    const rows = [rowOf(501, { tierId: tier.id })];
    let reads = 0;
    const groups = () => ((reads += 1) === 1 ? [] : [groupOf({ number: 800, tiers: [tier] })]);
    expect(await findingsOf({ rows, groups })).toEqual([]);
    expect(reads).toBe(2);
  });

  test('is each of them, where a row breaks several', async () => {
    const broken = rowOf(
      501,
      { validTo: ago(100), pendingChange: buildPending(otherPack, { dueAt: ago(100) }) },
      { dueBlocked: true, outbox: [entryOf(ago(100)), entryOf(ago(70))] },
    );
    expect(await findingsOf({ rows: [broken] })).toHaveLength(4);
  });
});
