import { z } from 'zod';
import type { EraseAccount, EraseFailure } from '../../../application/erasure/erase-account.js';
import { type AccountId, toId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { Problem } from '../../core/problem.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { idField } from '../fields.js';
import { notFound } from '../problems/not-found.js';
import { refusedBy } from '../problems/refusal-problems.js';
import { hexId, itemOf } from '../schemas.js';

export type EraseAccountEndpointDeps = { readonly eraseAccount: EraseAccount };

const count = (of: string) =>
  z
    .int()
    .min(0)
    .meta({ description: `How many ${of}` });

const erasedShape = z
  .strictObject({
    account_id: hexId,
    user_products: count('user products are gone'),
    changes: count('changes are gone'),
    events: count('events of the log say nothing personal any more'),
  })
  .meta({ id: 'ErasedAccount' });

const erase = {
  name: 'eraseAccount',
  summary: 'Erase an account',
  description:
    'Erases what is personal of an account of which nothing goes on. Its events stay in the log, emptied; invoices and ' +
    'credit notes stay as they are. Cut short, or refused by `account_in_use`, the same request does the rest.',
  tag: 'Erasure',
  method: 'post',
  path: '/external/api/v1/subscription_system/erase_account',
  scope: '/external/erasure/w',
  body: [idField('account_id')],
  keeps: 'in_record',
  answer: { status: 200, schema: itemOf('ErasedAccountAnswer', erasedShape) },
  refusals: ['user_product_living', 'outbox_not_drained', 'account_in_use'],
} as const satisfies PaywayDescription;

/** The right to be forgotten, for a publisher's own systems (docs/decisions/11-erasure-and-retention.md). */
export function makeEraseAccountEndpoints({
  eraseAccount,
}: EraseAccountEndpointDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(erase, async ({ body, caller: { organisationId } }) => {
      const accountId = toId<AccountId>(body.account_id);
      const erased = await eraseAccount({ organisationId, accountId, isDryRun: false });
      if (!erased.ok) return problemOf(erased.failure);
      const { userProducts, changes, events } = erased;
      const item = { account_id: accountId, user_products: userProducts, changes, events };
      return { status: 200, body: { item } };
    }),
  ];
}

function problemOf(failure: EraseFailure): Problem {
  return failure === 'unknown_account' || failure === 'unknown_organisation'
    ? notFound
    : refusedBy(failure);
}
