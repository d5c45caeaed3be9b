import { expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { importedPackages } from '../../../../src/application/import/imported-packages.js';
import { importedSuccessor } from '../../../../src/application/import/imported-successor.js';
import { resolveUserProduct } from '../../../../src/application/import/resolve-user-product.js';
import type { ChangeId } from '../../../../src/domain/ids.js';
import type { Instant } from '../../../../src/domain/time/instant.js';
import { paidFor } from '../../../../src/domain/user-product/paid.js';
import { at } from '../../../support/domain/at.js';
import { money } from '../../../support/domain/build-package.js';
import { newId } from '../../../support/stored/ids.js';
import {
  basic,
  importedAt,
  importedRow,
  importFile,
  importState,
  organisation,
} from './import-rows.js';

const realNow = at('2026-04-17T00:00:00Z');

function imported(edits: Parameters<typeof importedRow>[0]) {
  const row = importedRow(edits);
  const file = importFile({ userProducts: [row] });
  const state = importState();
  const catalogue = makeCatalogue({ ...organisation, packages: [basic] });
  const resolved = resolveUserProduct(
    {
      ...{ file, state, packages: importedPackages(file, state), catalogue },
      accountIds: new Set<string>([row.accountId]),
      nextChangeId: () => newId<ChangeId>(),
    },
    0,
  );
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.faults));
  const deps = { ids: { next: () => newId() }, clock: { now: () => realNow } };
  const context = { organisationId: organisation.id, catalogue, now: importedAt };
  return { row, ...importedSuccessor(deps, resolved.product, context) };
}

test('An imported row is the first of its chain, as the file says, with one event that waits', () => {
  const edits = { orderId: 'O 1', subscriptionNumber: 'S 7' };
  const { row, product, outbox } = imported(edits);
  expect(product).toMatchObject({
    ...{ id: row.id, subscriptionId: row.id, createdFrom: 'import', version: 1 },
    ...{ orderId: 'O 1', subscriptionNumber: 'S 7', packageId: basic.id },
    ...{ organisationId: organisation.id, createdAt: importedAt },
    anchor: { at: row.validFrom, billingDay: 1 },
  });
  expect(outbox).toMatchObject([
    { createdAt: realNow, events: [{ type: 'user_product_created', sequence: 1 }] },
  ]);
});

test('It has paid what the file says, or else its period', () => {
  const period = importedRow();
  const [from, to] = [period.validFrom, period.validTo] as [Instant, Instant];
  expect(imported({}).product.paid).toEqual(paidFor({ amount: money(10_000), from, to }));
  const said = { amount: '40.00', credited: '5', currency: null, document: null, forMs: 7 };
  const paid = { ...paidFor({ amount: money(4_000), from, to, forMs: 7 }), creditedMinor: 500 };
  expect(imported({ paid: { ...said, from, to: null } }).product.paid).toEqual(paid);
});
