import { expect, test } from '@jest/globals';
import type { BillingDocument } from '../../../../../src/domain/billing/billing-document.js';
import { makeInvoiceEndpoints } from '../../../../../src/http/product-groups/endpoints/invoices.js';
import { describeDocument } from '../../../../../src/application/billing/describe-document.js';
import {
  accountId,
  askEndpoint,
  caller,
  organisationId,
  otherId,
  recording,
} from '../../../../support/ask-endpoint.js';
import { at } from '../../../../support/domain/at.js';
import { eur } from '../../../../support/domain/build-package.js';
import { idOf } from '../../../../support/domain/id-of.js';

function answering(answer: unknown) {
  const { useCase, asked } = recording(answer);
  const endpoints = makeInvoiceEndpoints({ listDocuments: useCase, findDocument: useCase });
  return { asked, ask: askEndpoint.bind(null, endpoints) };
}

const invoice: BillingDocument = {
  id: idOf(1),
  type: 'invoice',
  sequence: 1,
  accountId: idOf(2),
  subscriptionId: idOf(3),
  currency: eur,
  references: null,
  reason: null,
  createdAt: at('2026-04-01T00:00:00Z'),
  netMinor: 0,
  positions: [],
};
const printed = describeDocument(invoice);

test('documents are listed by what they are of; a token of an account sees that account’s alone', async () => {
  const { ask, asked } = answering({ items: [invoice], totalItems: 1 });
  const query = {
    customer: otherId,
    subscriptionItem: `/subscription-items/${otherId}`,
    type: 'TYPE_CREDIT_NOTE',
    number: 'CN-0000000001',
    'order[number]': 'desc',
  };
  expect(await ask('listInvoices', { query })).toMatchObject({
    status: 200,
    body: { data: [printed], meta: { pagination: { totalItems: 1 } } },
  });
  expect(asked).toEqual([
    {
      organisationId,
      ownAccountId: accountId,
      accountId: otherId,
      subscriptionId: null,
      userProductId: otherId,
      type: 'credit_note',
      number: 'CN-0000000001',
      order: { by: 'number', direction: 'desc' },
      page: 1,
      limit: 30,
    },
  ]);
});

test('a client’s own token sees anybody’s, all of them where nothing is asked', async () => {
  const { ask, asked } = answering({ items: [], totalItems: 0 });
  await ask('listInvoices', { caller: { ...caller, accountId: null } });
  expect(asked).toMatchObject([
    {
      ownAccountId: null,
      accountId: null,
      subscriptionId: null,
      userProductId: null,
      type: null,
      number: null,
      order: { by: 'createdAt', direction: 'asc' },
    },
  ]);
});

test('documents are in one order, and of an organisation that is known', async () => {
  const query = { 'order[number]': 'desc', 'order[createdAt]': 'asc' };
  expect(await answering(null).ask('listInvoices', { query })).toMatchObject({
    kind: 'faulty_fields',
  });
  expect(await answering(null).ask('listInvoices')).toMatchObject({ status: 404 });
});

test('a document is read by its id, by whom it may be', async () => {
  const params = { id: otherId };
  const { ask, asked } = answering(invoice);
  expect(await ask('readInvoice', { params })).toEqual({ status: 200, body: printed });
  expect(asked).toEqual([{ organisationId, ownAccountId: accountId, id: otherId }]);
  expect(await answering(null).ask('readInvoice', { params })).toMatchObject({ status: 404 });
});
