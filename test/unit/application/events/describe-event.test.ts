import { expect, test } from '@jest/globals';
import { describeDocument } from '../../../../src/application/billing/describe-document.js';
import { describeEvent } from '../../../../src/application/events/describe-event.js';
import type { DocumentId, TierId } from '../../../../src/domain/ids.js';
import type { EventSide } from '../../../../src/domain/user-product/event-side.js';
import type { Paid } from '../../../../src/domain/user-product/paid.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { money } from '../../../support/domain/build-package.js';
import { documentEntry } from '../../../support/stored/build-document.js';
import { buildEvent, fullEntry, sideOf } from '../../../support/stored/build-entry.js';
import { fullRow } from '../../../support/stored/build-row.js';
import { newId } from '../../../support/stored/ids.js';

const row = fullRow();
const [full, bare] = fullEntry(row).events;

/** Every name in what is described, at whatever depth. */
function namesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, it]) => [name, ...namesIn(it)]);
}

test('an event is told in snake_case, in plain JSON', () => {
  if (full === undefined) throw new Error('there is no event');
  const described = describeEvent(full, stockholm);
  expect(namesIn(described).filter((it) => !/^[a-z]+(_[a-z]+)*$/.test(it))).toEqual([]);
  expect(JSON.parse(JSON.stringify(described))).toEqual(described);
});

test('dates carry the organisation’s offset, prices are in major units, no rank is 0', () => {
  if (full === undefined) throw new Error('there is no event');
  const { price } = row.soldPeriod;
  expect(describeEvent(full, stockholm)).toMatchObject({
    id: full.id,
    occurred_at: '2026-05-01T02:00:00+02:00',
    subscription_id: full.subscriptionId,
    change_id: full.changeId,
    before: { package: { kind: 'campaign', rank: 0 } },
    after: {
      package: { kind: 'package', name: 'B', rank: 999 },
      user_product: {
        id: row.id,
        product_code: row.packageCode,
        period: { price: price.amountMinor / 100, currency: price.currency },
        pending_change: { id: row.pendingChange?.changeId },
        version: row.version,
      },
    },
  });
});

test('what was paid is told in major units, and null where an older event does not know it', () => {
  if (full?.after == null) throw new Error('there is no event');
  const { userProduct } = full.after;
  const paid: Paid = {
    amount: money(20_000),
    forMs: 2_592_000_000,
    from: at('2026-04-16T00:00:00Z'),
    to: at('2026-04-23T12:00:00Z'),
    creditedMinor: 1_250,
    document: null,
  };
  const told = (it: Paid | null) =>
    describeEvent(
      { ...full, after: { ...full.after, userProduct: { ...userProduct, paid: it } } as EventSide },
      stockholm,
    );
  expect(told(paid)).toMatchObject({
    after: {
      user_product: {
        paid: {
          amount: 200,
          currency: 'SEK',
          for_ms: 2_592_000_000,
          from: '2026-04-16T02:00:00+02:00',
          to: '2026-04-23T14:00:00+02:00',
          credited: 12.5,
          document: null,
        },
      },
    },
  });
  expect(told(null)).toMatchObject({ after: { user_product: { paid: null } } });
});

test('which invoice it was paid by is told by its id, or by the number that another system gave it', () => {
  if (full?.after == null) throw new Error('there is no event');
  const { userProduct } = full.after;
  const toldBy = (document: Paid['document']) => {
    const paid = { ...row.paid, document };
    const after = { ...full.after, userProduct: { ...userProduct, paid } } as EventSide;
    return describeEvent({ ...full, after }, stockholm);
  };
  const invoice = newId<DocumentId>();
  expect(toldBy({ invoice })).toMatchObject({
    after: { user_product: { paid: { document: invoice } } },
  });
  expect(toldBy({ number: 'A-1' })).toMatchObject({
    after: { user_product: { paid: { document: 'A-1' } } },
  });
});

test('how many it is of, on which tier, and how it is billed is told of each side', () => {
  const paid = { ...row.paid, amount: money(20_000), creditedMinor: 1_250 };
  const tierId = newId<TierId>();
  const { soldPeriod } = row;
  const billing = { ...soldPeriod.billing, payInAdvance: false };
  const product = {
    ...row,
    paid,
    tierId,
    quantity: 3,
    hasDocuments: true,
    soldPeriod: { ...soldPeriod, billing },
  };
  const event = buildEvent(row, { before: sideOf(row), after: sideOf(product) });
  expect(describeEvent(event, stockholm)).toMatchObject({
    before: {
      user_product: {
        quantity: 1,
        product_group_membership: null,
        billing: { documents: false },
        period: { pay_in_advance: true, pro_rata: true },
      },
    },
    after: {
      user_product: {
        quantity: 3,
        product_group_membership: { id: tierId },
        billing: { documents: true, paid: 200, credited: 12.5 },
        period: { pay_in_advance: false, pro_rata: true },
      },
    },
  });
});

test('what a change came to is told in major units: 50.00 credited and 100.00 charged, 50.00 are due', () => {
  const [change, note] = documentEntry(row).events;
  if (!change || !note?.document) throw new Error('there are two');
  expect(describeEvent(change, stockholm)).toMatchObject({
    document: null,
    settlement: { currency: 'SEK', credit: 50, used: 0, charge: 100, due_now: 50 },
  });
  expect(describeEvent(note, stockholm)).toMatchObject({
    document: describeDocument(note.document),
    settlement: null,
  });
});

test('an event without sides has null for them', () => {
  if (bare === undefined) throw new Error('there is no event');
  const described = describeEvent(bare, stockholm);
  expect(described).toMatchObject({ before: null, after: null, change_id: null });
});
