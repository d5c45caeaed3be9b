import type {
  CreatePeriod,
  EditPeriod,
  FindPeriodRecord,
  ListPeriodRecords,
} from '../../../application/catalogue/period-commands.js';
import { type PackageId, type PaymentPeriodId, toId, toIdOrNull } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { isFailure } from '../../core/failure.js';
import { refusedEdit } from '../answer-edit.js';
import {
  choiceField,
  collectionOf,
  filterField,
  listAskedFor,
  orderField,
  pagingFields,
  toCollection,
} from '../collections.js';
import {
  createPricePlanBody,
  pricePlanWords,
  toNewPeriod,
  toPeriodEdits,
  updatePricePlanBody,
} from '../commands/price-plan-body.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { fullProblem } from '../problems/refusals-problem.js';
import { namedIn } from '../references.js';
import { planStatuses, pricePlanShape, toPricePlanItem } from '../shapes/price-plan-shape.js';

export type PricePlansDeps = {
  readonly listPeriodRecords: ListPeriodRecords;
  readonly findPeriodRecord: FindPeriodRecord;
  readonly createPeriod: CreatePeriod;
  readonly editPeriod: EditPeriod;
};

const path = '/price-plans';
const one = `${path}/{id}` as const;
const tag = 'Catalogue';
const read = { tag, method: 'get', scope: 'price-plan:read', refusals: [] } as const;
const write = { tag, scope: 'price-plan:write', keeps: 'in_record', refusals: [] } as const;
const example = {
  internalName: 'Starter monthly',
  type: 'flat_fee',
  billingInterval: '1M',
  currencyCode: 'EUR',
  price: { amount: 1_000 },
  product: '/products/56e1741a6fc9365306000101',
} as const;

const list = {
  ...read,
  name: 'listPricePlans',
  summary: 'List price plans',
  description:
    'Price plans, of one `product` where it is named; archived ones only where they are asked for.',
  path,
  query: [
    ...pagingFields,
    orderField('createdAt'),
    filterField('product', 'product'),
    choiceField('status', planStatuses),
  ],
  answer: { status: 200, schema: collectionOf('PricePlanCollection', pricePlanShape) },
} as const satisfies ProductGroupsDescription;

const find = {
  ...read,
  name: 'readPricePlan',
  summary: 'Read a price plan',
  description: 'One price plan, archived or not.',
  path: one,
  answer: { status: 200, schema: pricePlanShape },
} as const satisfies ProductGroupsDescription;

const create = {
  ...write,
  name: 'createPricePlan',
  summary: 'Create a price plan',
  description: 'Makes a price plan of a product: how often, how much, and how that is charged.',
  method: 'post',
  path,
  body: createPricePlanBody,
  example,
  answer: { status: 201, schema: pricePlanShape },
  refusals: ['too_many_price_plans'],
} as const satisfies ProductGroupsDescription;

const update = {
  ...write,
  name: 'updatePricePlan',
  summary: 'Update a price plan',
  description:
    'Sets a price plan; what is left out stays. Product, type, interval and currency cannot be edited. Items keep what ' +
    'they were sold at until they are renewed.',
  method: 'put',
  path: one,
  body: updatePricePlanBody,
  takesIfMatch: true,
  answer: { status: 200, schema: pricePlanShape },
} as const satisfies ProductGroupsDescription;

/** How products are paid for (docs/spec/product-groups-api.md §4). */
export function makePricePlanEndpoints(deps: PricePlansDeps): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(list, async ({ query, caller: { organisationId } }) => {
      const asked = listAskedFor(query, ['createdAt']);
      if (isFailure(asked)) return asked;
      const packageId = namedIn<PackageId>('product', query.product);
      const enabled = query.status !== 'archived';
      const listed = await deps.listPeriodRecords({ organisationId, packageId, enabled, ...asked });
      return { status: 200, body: toCollection(listed, asked, toPricePlanItem) };
    }),
    makeEndpoint(find, async ({ params, caller: { organisationId } }) => {
      const id = toId<PaymentPeriodId>(params.id);
      const found = await deps.findPeriodRecord({ organisationId, id });
      return found === null ? resourceNotFound : { status: 200, body: toPricePlanItem(found) };
    }),
    makeEndpoint(create, async ({ body, chosenId, caller: { organisationId } }) => {
      const result = await deps.createPeriod({
        ...toNewPeriod(body),
        organisationId,
        chosenId: toIdOrNull<PaymentPeriodId>(chosenId),
      });
      if (!result.ok) {
        return result.failure === 'full'
          ? fullProblem('too_many_price_plans', result)
          : refusedEdit(result, pricePlanWords);
      }
      return { status: 201, body: toPricePlanItem(result) };
    }),
    makeEndpoint(update, async ({ params, body, guards, caller: { organisationId } }) => {
      const result = await deps.editPeriod({
        ...toPeriodEdits(body),
        organisationId,
        id: toId<PaymentPeriodId>(params.id),
        ifMatch: guards.ifMatch,
      });
      if (!result.ok) return refusedEdit(result, pricePlanWords);
      return { status: 200, body: toPricePlanItem(result) };
    }),
  ];
}
