import { makeCatalogue, type Catalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { ChangeId } from '../../../src/domain/ids.js';
import type { Transition } from '../../../src/domain/user-product/transition.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import type { WriteOrder } from '../../../src/domain/user-product/write-order.js';
import type { Ruling } from '../../../src/domain/user-product/ruling.js';
import { at, utc } from './at.js';
import { buildPackage, buildPeriod, money, sek } from './build-package.js';
import { buildPending, buildUserProduct } from './build-user-product.js';
import { countingIds, idOf } from './id-of.js';

/** Recurring first, then limited; and what a downgrade goes to. */
export const basic = buildPackage({
  number: 100,
  rank: 10,
  periods: [
    buildPeriod({ number: 101 }),
    buildPeriod({ number: 102, type: 'limited', price: money(12_000) }),
  ],
});
const lite = buildPackage({
  number: 200,
  rank: 5,
  periods: [buildPeriod({ number: 201, price: money(5_000) })],
});
export const shop: Catalogue = makeCatalogue({
  timeZone: utc,
  currency: sek,
  packages: [basic, lite],
});

/** When every write of these tests happens, and what names it. */
export const writtenAt = at('2026-04-16T00:00:00Z');
export const writeId = idOf<ChangeId>(800);

/** On its third version, sixth event. */
export function sold(edits: Partial<UserProduct> = {}): UserProduct {
  return buildUserProduct(basic, { version: 3, lastSequence: 6, ...edits });
}

/** The same with a downgrade that waits for 1 May. */
export function waiting(edits: Partial<UserProduct> = {}): UserProduct {
  return sold({ pendingChange: buildPending(lite), ...edits });
}

export function orderOf(product: UserProduct, catalogue = shop): WriteOrder {
  return { product, at: writtenAt, catalogue, ids: countingIds(), changeId: writeId };
}

/** The row as such a commit leaves it, but for what it edits. */
export function writtenRow(before: UserProduct, edits: Partial<UserProduct>): UserProduct {
  return {
    ...before,
    version: before.version + 1,
    lastSequence: before.lastSequence + 1,
    updatedAt: writtenAt,
    lastEffectiveAt: writtenAt,
    ...edits,
  };
}

/** What was committed. Throws where nothing was. */
export function committedBy(ruling: Ruling<string>): Transition {
  if (ruling.rule !== 'commit') throw new Error(`nothing is committed: ${ruling.rule}`);
  return ruling.transition;
}

/** A transition's events in short: number, sequence, type, change, when; and the row on both sides by version. */
export function toldBy({ events }: Transition): readonly string[] {
  return events.map((it) => {
    const sides = [it.before, it.after].map((side) => {
      const row = side?.userProduct;
      return `${String(row?.version)}.${String(row?.lastSequence)}`;
    });
    const change = it.changeId === null ? '-' : String(Number.parseInt(it.changeId, 16));
    return `${String(it.sequence)} ${it.type} of ${change}: ${sides.join(' → ')}`;
  });
}

/** Why not, in order. Empty where it was not refused. */
export function reasonsOf(ruling: Ruling<string>): readonly string[] {
  return ruling.rule === 'refuse' ? ruling.refusals.map((it) => it.reason) : [];
}
