import { describe, expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import type { Anchor } from '../../../../src/domain/time/anchor.js';
import { createUserProduct } from '../../../../src/domain/user-product/create-user-product.js';
import type { UserProduct } from '../../../../src/domain/user-product/user-product.js';
import { at, utc } from '../../../support/domain/at.js';
import { buildPackage, sek } from '../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../support/domain/build-user-product.js';
import { draftOf } from '../../../support/domain/draft-of.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const basic = buildPackage({ number: 100 });
const lite = buildPackage({ number: 200 });
const now = at('2026-04-20T00:00:00Z');
const create = (edits: Partial<UserProduct> = {}, anchor: Anchor | null = null) =>
  createUserProduct({
    draft: draftOf(buildUserProduct(basic, { createdFrom: 'import', ...edits }), anchor),
    catalogue: makeCatalogue({ timeZone: utc, currency: sek, packages: [basic, lite] }),
    ids: countingIds(),
    now,
  });

describe('a new user product', () => {
  const done = create();

  test('is the first of its chain, version 1, sequence 1', () => {
    expect(done.next).toMatchObject({
      subscriptionId: done.next.id,
      version: 1,
      lastSequence: 1,
      createdFrom: 'import',
      createdAt: now,
      updatedAt: now,
      endedBy: null,
      anchor: { at: at('2026-04-01T00:00:00Z'), billingDay: 1 },
    });
    expect(done).toMatchObject({ successor: null, changeRows: [], changeId: null });
  });

  test('that came in by a file goes on with the subscription that it is of', () => {
    const subscriptionId = idOf<UserProduct['subscriptionId']>(7);
    const { next, events } = create({ subscriptionId });
    expect([next.subscriptionId, events[0]?.subscriptionId]).toEqual([
      subscriptionId,
      subscriptionId,
    ]);
  });

  test('is told by user_product_created, whose side after is the row', () => {
    expect(done.events).toHaveLength(1);
    const { endedBy, organisationId, accountId, ...told } = done.next;
    expect(endedBy).toBeNull();
    expect(done.events[0]).toMatchObject({
      type: 'user_product_created',
      sequence: 1,
      before: null,
      organisationId,
      accountId,
      after: { userProduct: told },
    });
  });

  test('takes effect where it began, or now where that is still to come', () => {
    expect(done.next.lastEffectiveAt).toBe(at('2026-04-01T00:00:00Z'));
    expect(done.events[0]?.occurredAt).toBe(at('2026-04-01T00:00:00Z'));
    const validFrom = at('2026-05-01T00:00:00Z');
    const coming = create({ validFrom, validTo: at('2026-06-01T00:00:00Z') });
    expect(coming.next.lastEffectiveAt).toBe(now);
  });

  test('is anchored where told, or at valid_to where that is no boundary', () => {
    const anchor = { at: at('2026-01-31T00:00:00Z'), billingDay: 31 };
    const validTo = at('2026-04-30T00:00:00Z');
    expect(create({ validTo }, anchor).next.anchor).toBe(anchor);
    expect(create({ validTo }).next.anchor).toEqual({ at: validTo, billingDay: 30 });
    expect(create({ validTo: null }, anchor).next.anchor).toBe(anchor);
  });

  test('with a change that already waits tells of both and opens a change row', () => {
    const pending = buildPending(lite, { dueAt: at('2026-04-30T00:00:00Z') });
    const waiting = create({ pendingChange: pending });
    const dueAt = at('2026-05-01T00:00:00Z');
    expect(waiting.next).toMatchObject({
      version: 1,
      lastSequence: 2,
      pendingChange: { ...pending, dueAt },
    });
    expect(waiting.events.map((it) => [it.type, it.changeId])).toEqual([
      ['user_product_created', null],
      ['package_downgrade', idOf(700)],
    ]);
    expect(waiting.events[0]?.after?.userProduct.pendingChange).toBeNull();
    expect(waiting.events[1]?.after?.userProduct.pendingChange).toMatchObject({ dueAt });
    expect(waiting.changeRows).toMatchObject([
      {
        write: 'open',
        change: {
          id: idOf(700),
          state: 'created',
          kind: 'downgrade',
          effectiveAt: dueAt,
          requestedAt: pending.requestedAt,
          closedAt: null,
          eventIds: [idOf(2)],
        },
      },
    ]);
  });

  test('keeps the due instant it was told where it has no end', () => {
    const pendingChange = buildPending(lite);
    const { next } = create({ validTo: null, pendingChange });
    expect(next.pendingChange?.dueAt).toBe(pendingChange.dueAt);
  });
});
