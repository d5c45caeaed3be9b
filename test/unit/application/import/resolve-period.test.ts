import { describe, expect, test } from '@jest/globals';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import { resolvePeriod } from '../../../../src/application/import/resolve-period.js';
import type { PaymentPeriodId } from '../../../../src/domain/ids.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { firstPeriod, money } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic, importedRow, importFile, importState } from './import-rows.js';

const packages = importedPackages(importFile(), importState());
const resolve = (edits: Parameters<typeof importedRow>[0]) =>
  resolvePeriod(packages, importedRow(edits), 'user_products[0]');
const failed = (path: string, problem: string) => ({ ok: false, fault: { path, problem } });

describe('The period that a row names', () => {
  test('is that of its package', () => {
    const soldPeriod = soldPeriodOf(firstPeriod(basic));
    expect(resolve({})).toEqual({ ok: true, package: basic, soldPeriod });
  });

  test('is what was sold elsewhere where the row brings that along, in the catalogue or not', () => {
    const periodId = idOf<PaymentPeriodId>(77);
    const { periodId: _, ...terms } = soldPeriodOf(firstPeriod(basic));
    const periodSnapshot = { ...terms, price: money(7_700) };
    expect(resolve({ periodId, periodSnapshot })).toEqual({
      ok: true,
      package: basic,
      soldPeriod: { periodId, ...periodSnapshot },
    });
  });

  test('is refused where there is none', () => {
    expect(resolve({ packageCode: 'none' })).toEqual(
      failed('user_products[0].package_code', 'no package has this code'),
    );
    expect(resolve({ periodId: idOf<PaymentPeriodId>(77) })).toEqual(
      failed('user_products[0].period_id', 'is no period of that package'),
    );
  });
});
