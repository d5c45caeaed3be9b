import { expect, test } from '@jest/globals';
import { makeCatalogue } from '../../../../../src/domain/catalogue/catalogue.js';
import type { Currency } from '../../../../../src/domain/money/money.js';
import type { TimeZone } from '../../../../../src/domain/time/instant.js';
import type { UserProduct } from '../../../../../src/domain/user-product/user-product.js';
import { rowView } from '../../../../../src/pages/console/subscriptions/row-view.js';
import { writtenIn } from '../../../../../src/pages/kit/written.js';
import { at } from '../../../../support/domain/at.js';
import { buildPackage } from '../../../../support/domain/build-package.js';
import { buildPending, buildUserProduct } from '../../../../support/domain/build-user-product.js';

const timeZone = 'UTC' as TimeZone;
const pack = buildPackage({ number: 10, code: 'basic' });
const catalogue = makeCatalogue({ timeZone, currency: 'SEK' as Currency, packages: [pack] });
const written = writtenIn('en', timeZone);

function rowOf(
  edits: Partial<UserProduct>,
  isSetAside = false,
  customerNumber: string | null = 'C-1',
) {
  const product = buildUserProduct(pack, { validTo: at('2026-05-01T00:00:00Z'), ...edits });
  return rowView({ product, isSetAside, customerNumber }, { written, catalogue });
}

test('A row names the package, what it costs and when its period ends', () => {
  expect(rowOf({ quantity: 2 })).toMatchObject({
    name: pack.name,
    customerNumber: 'C-1',
    price: 'SEK\u00a0200.00 per month',
    state: { text: 'Active' },
    due: '1 May 2026',
    waits: '',
  });
  expect(rowOf({ validTo: null }, false, null)).toMatchObject({ due: '', customerNumber: '' });
});

test('A row says what comes instead of a renewal', () => {
  const pendingChange = { ...buildPending(pack), kind: 'upgrade' as const };
  expect(rowOf({ pendingChange }).waits).toMatch(/^▲ .* on /);
  expect(rowOf({ state: 'cancelled' }).waits).toBe('✕ Ends then');
  expect(rowOf({ subscriptionType: 'limited' }).waits).toBe('✕ Ends then');
  expect(rowOf({ state: 'deactivated', subscriptionType: 'limited' }).waits).toBe('');
});

test('A row that is set aside says so before anything else', () => {
  expect(rowOf({}, true).state).toEqual({ tone: 'fault', icon: 'circle-alert', text: 'Set aside' });
});
