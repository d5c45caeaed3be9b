import { describe, expect, test } from '@jest/globals';
import { firstRevision, nextRevision } from '../../../../src/domain/catalogue/revised-package.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, money } from '../../../support/domain/build-package.js';

const [made, now] = [at('2026-11-01T00:00:00Z'), at('2026-11-02T00:00:00Z')];
const [monthly, yearly] = [buildPeriod({ number: 101 }), buildPeriod({ number: 102 })];
const pack = buildPackage({ number: 100, periods: [monthly, yearly] });
const before = firstRevision(pack, made);

const untouched = { version: 1, createdAt: made, updatedAt: made };
const edited = { version: 2, createdAt: made, updatedAt: now };

describe('A package that is new', () => {
  test('is of version 1 with all of its periods, and made at that instant', () => {
    expect(before.revision).toEqual(untouched);
    expect([...before.periodRevisions]).toEqual([
      [monthly.id, untouched],
      [yearly.id, untouched],
    ]);
    expect(before.edits).toBe(0);
  });
});

describe('An edit of a package', () => {
  test('of a price makes that period one version further, and nothing else', () => {
    const periods = [{ ...monthly, price: money(12_000) }, yearly];
    const next = nextRevision(before, { ...pack, periods }, now);
    expect(next?.revision).toEqual(untouched);
    expect(next?.periodRevisions.get(monthly.id)).toEqual(edited);
    expect(next?.periodRevisions.get(yearly.id)).toEqual(untouched);
    expect(next?.edits).toBe(1);
  });

  test('of its name leaves its periods what they are', () => {
    const next = nextRevision(before, { ...pack, name: 'Other' }, now);
    expect(next?.revision).toEqual(edited);
    expect(next?.periodRevisions).toEqual(before.periodRevisions);
  });

  test('that adds a period makes that one new, and one that takes one away forgets it', () => {
    const added = buildPeriod({ number: 103 });
    const next = nextRevision(before, { ...pack, periods: [yearly, added] }, now);
    expect([...(next?.periodRevisions ?? [])]).toEqual([
      [yearly.id, untouched],
      [added.id, { version: 1, createdAt: now, updatedAt: now }],
    ]);
    expect(next?.revision).toEqual(untouched);
  });

  test('that changes nothing is none', () => {
    expect(nextRevision(before, { ...pack, periods: [{ ...monthly }, yearly] }, now)).toBeNull();
  });
});
