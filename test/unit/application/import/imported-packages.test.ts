import { describe, expect, test } from '@jest/globals';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import { buildPackage } from '../../../support/domain/build-package.js';
import { basic, importFile } from './import-rows.js';

const standing = buildPackage({ number: 300, code: 'basic', name: 'Old' });
const other = buildPackage({ number: 400, code: 'other' });
const state = { packages: [standing, other] };
const fileOf = (hasGivenId: boolean) => importFile({ packages: [{ package: basic, hasGivenId }] });

describe('A package of a file', () => {
  test('without an id takes the place of the one that has its code', () => {
    const found = importedPackages(fileOf(false), state);
    const replaced = { ...basic, id: standing.id };
    expect(found.fromFile).toEqual([replaced]);
    expect(found.untouched).toEqual([other]);
    expect(found.byCode.get('basic')).toEqual(replaced);
  });

  test('with an id takes the place of the one that has it, and comes first by its code', () => {
    const found = importedPackages(fileOf(true), state);
    expect(found.fromFile).toEqual([basic]);
    expect(found.untouched).toEqual([standing, other]);
    expect(found.byCode.get('basic')).toEqual(basic);
    expect(found.byCode.get('other')).toEqual(other);
  });

  test('without an id, of a new code, keeps the one that it was read with', () => {
    expect(importedPackages(fileOf(false), { packages: [] }).fromFile).toEqual([basic]);
  });
});
