import type {
  CreateAccount,
  FindAccount,
  ListAccounts,
} from '../../../application/account/account-commands.js';
import { type AccountId, toId, toIdOrNull } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { isFailure } from '../../core/failure.js';
import {
  collectionOf,
  listAskedFor,
  orderField,
  pagingFields,
  toCollection,
} from '../collections.js';
import { createCustomerBody } from '../commands/customer-body.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { customerShape, toCustomerItem } from '../shapes/customer-shape.js';

export type CustomersDeps = {
  readonly listAccounts: ListAccounts;
  readonly findAccount: FindAccount;
  readonly createAccount: CreateAccount;
};

const path = '/customers';
const tag = 'Customers';
const read = { tag, method: 'get', scope: 'customer:read', refusals: [] } as const;

const list = {
  ...read,
  name: 'listCustomers',
  summary: 'List customers',
  description: 'Every customer, a page at a time. Nothing personal is held here.',
  path,
  query: [...pagingFields, orderField('createdAt')],
  answer: { status: 200, schema: collectionOf('CustomerCollection', customerShape) },
} as const satisfies ProductGroupsDescription;

const find = {
  ...read,
  name: 'readCustomer',
  summary: 'Read a customer',
  description: 'One customer, by its number and since when it is there.',
  path: `${path}/{id}`,
  answer: { status: 200, schema: customerShape },
} as const satisfies ProductGroupsDescription;

const create = {
  tag,
  name: 'createCustomer',
  summary: 'Create a customer',
  description: 'Makes a customer. Its number is kept; whatever else is sent is taken and not kept.',
  method: 'post',
  path,
  scope: 'customer:write',
  body: createCustomerBody,
  example: { customerNumber: 'C-1001' },
  keeps: 'in_record',
  answer: { status: 201, schema: customerShape },
  refusals: [],
} as const satisfies ProductGroupsDescription;

/** Whose subscriptions there are (docs/spec/product-groups-api.md §4). */
export function makeCustomerEndpoints(deps: CustomersDeps): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(list, async ({ query, caller: { organisationId } }) => {
      const asked = listAskedFor(query, ['createdAt']);
      if (isFailure(asked)) return asked;
      const { order, ...page } = asked;
      const { direction } = order;
      const listed = await deps.listAccounts({ organisationId, direction, ...page });
      return { status: 200, body: toCollection(listed, page, toCustomerItem) };
    }),
    makeEndpoint(find, async ({ params, caller: { organisationId } }) => {
      const accountId = toId<AccountId>(params.id);
      const found = await deps.findAccount({ organisationId, accountId });
      return found === null ? resourceNotFound : { status: 200, body: toCustomerItem(found) };
    }),
    makeEndpoint(create, async ({ body, chosenId, caller: { organisationId } }) => {
      const made = await deps.createAccount({
        organisationId,
        chosenId: toIdOrNull<AccountId>(chosenId),
        customerNumber: body.customerNumber,
      });
      return { status: 201, body: toCustomerItem(made) };
    }),
  ];
}
