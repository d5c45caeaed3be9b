import { expect, test } from '@jest/globals';
import { importedDraft } from '../../../../src/application/import/imported-draft.js';
import { soldPeriodOf } from '../../../../src/domain/catalogue/sold-period.js';
import type { SubscriptionId, TierId } from '../../../../src/domain/ids.js';
import { at } from '../../../support/domain/at.js';
import { firstPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic, importedRow, organisation } from './import-rows.js';

test('A row of a file is a user product that came by import, on what it names', () => {
  const billing = { hasDocuments: true, paid: null };
  const subscriptionId = idOf<SubscriptionId>(7);
  const units = { quantity: 3, tierId: idOf<TierId>(801) };
  const row = importedRow({ orderId: 'order 1', subscriptionId, billing, ...units });
  const [validFrom, validTo] = [at('2026-04-01T00:00:00+02:00'), at('2026-05-01T00:00:00+02:00')];
  const soldPeriod = soldPeriodOf(firstPeriod(basic));
  const dates = { validFrom, validTo, anchor: null, cancelledAt: null, externalStartAt: null };
  const resolved = { row, ...dates, package: basic, soldPeriod, pendingChange: null, paid: null };
  expect(importedDraft(resolved, organisation.id)).toMatchObject({
    ...{ id: row.id, organisationId: organisation.id, createdFrom: 'import', orderId: 'order 1' },
    ...{ packageId: basic.id, packageCode: 'basic', soldPeriod, validFrom, validTo },
    ...{ subscriptionId, hasDocuments: true, ...units },
  });
});
