import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { undoChange } from '../../../src/domain/change/undo-change.js';
import { undoPendingChange } from '../../../src/domain/change/undo-pending-change.js';
import { type ChangeId, toClientId } from '../../../src/domain/ids.js';
import { toInstant } from '../../../src/domain/time/instant.js';
import { brokenInvariants } from '../../../src/domain/user-product/broken-invariants.js';
import { cancelUserProduct } from '../../../src/domain/user-product/cancel-user-product.js';
import type { Change } from '../../../src/domain/user-product/change.js';
import { editUserProduct } from '../../../src/domain/user-product/edit-user-product.js';
import { reactivateUserProduct } from '../../../src/domain/user-product/reactivate-user-product.js';
import type { UserProduct } from '../../../src/domain/user-product/user-product.js';
import { at } from '../../support/domain/at.js';
import { buildUserProduct } from '../../support/domain/build-user-product.js';
import { draftOf } from '../../support/domain/draft-of.js';
import { fixedSeed } from '../../support/domain/fixed-seed.js';
import { idOf } from '../../support/domain/id-of.js';
import { basic, ladder, ladderCatalogue, toBe } from '../../support/domain/ladder.js';
import { beginLife, type SubscriptionLife } from '../../support/domain/subscription-life.js';

type Asked = { readonly rung: number; readonly explicit: boolean };
const start = at('2026-04-01T00:00:00Z');
const hours = fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 0, max: 500 }));
const asked = fc.record({ rung: fc.nat({ max: ladder.length - 1 }), explicit: fc.boolean() });
const wish = fc.constantFrom('cancel', 'take the cancellation back', 'number');
const lives = fc.record({
  before: fc.array(fc.record({ asked, hours }), { maxLength: 4 }),
  mistake: fc.oneof(asked, fc.constant({ rung: ladder.length - 1, explicit: false })),
  wishes: fc.array(fc.record({ wish, hours }), { maxLength: 3 }),
  hours,
});
type Given = typeof lives extends fc.Arbitrary<infer It> ? It : never;

const requestOf = ({ rung, explicit }: Asked) =>
  toBe(ladder[rung] ?? basic, explicit ? 'explicit' : 'default');

/** A cancellation that was taken back is no wish any more. */
function whatIsLeftOf(wishes: Given['wishes']) {
  const takenBack = wishes.findLastIndex((it) => it.wish === 'take the cancellation back');
  return wishes.map(({ wish, hours }, index) => ({
    hours,
    wish: wish === 'number' || index > takenBack ? wish : null,
  }));
}

/** The same life with the mistake and without it. */
function live(given: Given, hasMistake: boolean) {
  const product = buildUserProduct(basic);
  const catalogue = ladderCatalogue();
  const life = beginLife({ draft: draftOf(product, null), catalogue, now: start });
  let now: number = start;
  const wait = (by: number): void => {
    now += by * 3_600_000;
    life.moveTo(toInstant(now));
  };
  for (const step of given.before) {
    life.request(requestOf(step.asked));
    wait(step.hours);
  }
  const known = life.changeRows.length;
  if (hasMistake) life.request(requestOf(given.mistake));
  const opened = life.changeRows.slice(known).find((it) => it.write === 'open');
  const wishes = hasMistake ? given.wishes : whatIsLeftOf(given.wishes);
  for (const { wish, hours } of wishes) {
    wait(hours);
    if (wish === null) continue;
    life.write((order) => {
      if (wish === 'number') return editUserProduct(order, { subscriptionNumber: 'S 7' });
      if (wish !== 'cancel') return reactivateUserProduct(order);
      return cancelUserProduct(order, { reasonId: 'moved', creditInvoiceIfSent: false });
    });
  }
  wait(given.hours);
  return { life, mistake: opened?.write === 'open' ? opened.change : null };
}

/** By the rows of changes, as the command finds them. */
function undo(life: SubscriptionLife, mistake: Change): string | null {
  const rows = life.changeRows;
  const change = rows.flatMap((it) =>
    it.write === 'open' && it.change.id === mistake.supersedes ? [it.change] : [],
  )[0];
  const superseded = change === undefined ? null : { change, changeId: idOf<ChangeId>(99_999) };
  const closed = rows.find((it) => it.write === 'close' && it.changeId === mistake.id);
  if (closed?.write === 'close' && closed.state !== 'applied') return 'never_took_effect';
  const source = life.rows.get(mistake.userProductId);
  return life.write((order) =>
    closed === undefined && mistake.state === 'created'
      ? undoPendingChange(order, superseded)
      : undoChange({
          ...order,
          requestedBy: toClientId('operator'),
          source: source ?? order.product,
          superseded,
        }),
  );
}

/** What a subscription is: not which row of the chain says so, since when, or by what commits. */
function meaningOf({ pendingChange, ...row }: UserProduct) {
  const { id, createdFrom, createdAt, updatedAt, validFrom, ...others } = row;
  const { version, lastSequence, lastEffectiveAt, endedBy, ...meant } = others;
  return { ...meant, waiting: pendingChange && { ...pendingChange, changeId: null } };
}

test('undoing the last change leaves what would be without it, but for the wishes since', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(lives, (given) => {
      const { life, mistake } = live(given, true);
      fc.pre(mistake !== null);
      const refused = undo(life, mistake);
      const outcome = refused ?? `undone ${mistake.kind}, ${mistake.supersedes ? 'again' : 'none'}`;
      seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
      if (refused !== null) return;
      const kept = [...life.rows.values()].flatMap((it) => brokenInvariants(it, ladderCatalogue()));
      expect(kept).toEqual([]);
      expect(meaningOf(life.living())).toEqual(meaningOf(live(given, false).life.living()));
    }),
    { ...fixedSeed, numRuns: 600 },
  );
  // Each way out has been taken, and often.
  for (const kind of ['upgrade', 'downgrade', 'change']) {
    expect(seen.get(`undone ${kind}, again`)).toBeGreaterThan(15);
    expect(seen.get(`undone ${kind}, none`)).toBeGreaterThan(15);
  }
  for (const refused of ['money_moved', 'not_the_last', 'too_late', 'never_took_effect']) {
    expect(seen.get(refused)).toBeGreaterThan(10);
  }
});
