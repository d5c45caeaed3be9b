import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeOwnerCheck } from '../../../src/ownership/check-owner.js';
import { claimNumbers, createClaim, removeClaim } from '../../../src/ownership/claim-files.js';
import { ownRecord } from '../../../src/ownership/owner-record.js';

describe('a claim to a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'claims-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const claim = (number: number): boolean =>
    createClaim(
      folder,
      number,
      ownRecord({ instance: `instance ${String(number)}`, lifeline: null }),
    );
  const isOurs = (number: number): boolean => {
    try {
      makeOwnerCheck({ folder, number }).beforeCommit();
      return true;
    } catch {
      return false;
    }
  };

  it('of one number is made by one process only', () => {
    expect([claim(1), claim(1)]).toEqual([true, false]);
  });

  it('holds until a higher one is made', () => {
    claim(1);
    expect(isOurs(1)).toBe(true);
    claim(2);
    expect([isOurs(1), isOurs(2)]).toEqual([false, true]);
  });

  it('does not come back when those between were removed, or made again by one that is late', () => {
    for (const number of [1, 2, 3, 4]) claim(number);
    for (const number of [1, 2, 3]) removeClaim(folder, number);
    claim(2);
    expect([isOurs(2), isOurs(3), isOurs(4)]).toEqual([false, false, true]);
    expect(claimNumbers(folder)).toEqual([2, 4]);
  });

  it('is compared by its number, not by the letters of its name', () => {
    for (const number of [9, 10]) claim(number);
    expect([isOurs(9), isOurs(10)]).toEqual([false, true]);
  });

  it('is lost with the folder', () => {
    claim(1);
    rmSync(folder, { recursive: true });
    expect(isOurs(1)).toBe(false);
  });
});
