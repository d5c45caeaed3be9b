import { expect, test } from '@jest/globals';
import { checkRows } from '../../../../src/application/import/check-rows.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import { makePaywayPolicy } from '../../../../src/domain/change/payway/payway-policy.js';
import { at } from '../../../support/domain/at.js';
import { buildPackage, firstPeriod } from '../../../support/domain/build-package.js';
import { buildPending } from '../../../support/domain/build-user-product.js';
import {
  basic,
  importedAt,
  importedRow,
  importFile,
  inWords,
  organisation,
} from './import-rows.js';

const target = buildPackage({ number: 200, code: 'target' });
const policy = makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations: new Set() });
const resolved = {
  ...{ validFrom: at('2026-04-01T00:00:00+02:00'), validTo: at('2026-05-01T00:00:00+02:00') },
  ...{ anchor: null, cancelledAt: null, externalStartAt: null, package: basic },
  row: importedRow(),
  soldPeriod: soldPeriodOf(firstPeriod(basic)),
  paid: null,
  pendingChange: buildPending(target, { dueAt: at('2026-05-01T00:00:00+02:00') }),
};
const faultsOf = (edits: Partial<typeof resolved>, to = target) =>
  inWords(
    checkRows(
      {
        file: importFile({ path: 'organisations[1].' }),
        catalogue: makeCatalogue({ ...organisation, packages: [basic, to] }),
        now: importedAt,
        policy,
      },
      [{ index: 4, resolved: { ...resolved, ...edits } }],
    ),
  );

test('A row that breaks nothing has no fault', () => {
  expect(faultsOf({})).toEqual([]);
});

test('A row tells each fault once, at its place in the file', () => {
  const limited = importedRow({ subscriptionType: 'limited', provisionService: 'other' });
  expect(faultsOf({ row: limited }, { ...target, archived: true })).toEqual([
    'organisations[1].user_products[4].subscription_type: must be that of its period',
    'organisations[1].user_products[4].provision_service: must be tulo where a change waits',
    'organisations[1].user_products[4].pending_change.period_id: is of another type than the subscription',
    'organisations[1].user_products[4].pending_change.package_code: was not on sale when it was asked for, or is archived',
  ]);
});
