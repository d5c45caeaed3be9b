import { expect, test } from '@jest/globals';
import { paywayBilling } from '../../../../src/domain/catalogue/billing-terms.js';
import { makeCatalogue } from '../../../../src/domain/catalogue/catalogue.js';
import { createUserProduct } from '../../../../src/domain/user-product/create-user-product.js';
import { draftOfOrder } from '../../../../src/domain/user-product/ordered-draft.js';
import { at, stockholm } from '../../../support/domain/at.js';
import { buildPackage, buildPeriod, eur, money } from '../../../support/domain/build-package.js';
import { countingIds, idOf } from '../../../support/domain/id-of.js';

const startAt = at('2027-01-31T00:00:00+01:00');

function made(payInAdvance: boolean) {
  const billing = { ...paywayBilling, chargeModel: 'per_unit', payInAdvance } as const;
  const period = buildPeriod({ number: 101, price: money(1_000, eur), billing });
  const pack = buildPackage({ number: 100, titleCode: 'title', periods: [period] });
  const draft = draftOfOrder(
    { pack, period, quantity: 3, startAt },
    {
      id: idOf(1),
      organisationId: idOf(2),
      accountId: idOf(3),
      tierId: idOf(4),
      zone: stockholm,
    },
  );
  const catalogue = makeCatalogue({ timeZone: stockholm, currency: eur, packages: [pack] });
  const now = at('2027-03-10T00:00:00+01:00');
  return createUserProduct({ draft, catalogue, ids: countingIds(), now });
}

/** docs/spec/product-groups-api.md §4, §5, §7. */
test('An order makes an active user product of ours: 10.00 EUR a month from 31 January ends on 28 February', () => {
  const { next } = made(true);
  expect(next).toMatchObject({
    id: idOf(1),
    subscriptionId: idOf(1),
    createdFrom: 'api',
    packageCode: 'package_100',
    titleCode: 'title',
    soldPeriod: { periodId: idOf(101), paymentMethod: 'invoice' },
    quantity: 3,
    tierId: idOf(4),
    hasDocuments: true,
    subscriptionType: 'recurring',
    state: 'activated',
    provisionService: 'tulo',
    validFrom: startAt,
    validTo: at('2027-02-28T00:00:00+01:00'),
    anchor: { at: startAt, billingDay: 31 },
    paid: { amount: money(3_000, eur), from: startAt, to: at('2027-02-28T00:00:00+01:00') },
  });
});

test('It is told of and invoiced at its start, however long ago that was', () => {
  const { events } = made(true);
  expect(events.map(({ type, occurredAt }) => [type, occurredAt])).toEqual([
    ['user_product_created', startAt],
    ['invoice.created', startAt],
  ]);
  expect(events[1]?.document).toMatchObject({ netMinor: 3_000, createdAt: startAt });
});

test('Paid in arrears nothing is invoiced yet', () => {
  expect(made(false).events.map(({ type }) => type)).toEqual(['user_product_created']);
});
