import type {
  CreateGroup,
  DeleteGroup,
  FindGroup,
  ListGroups,
  ReplaceGroup,
  ShownGroup,
  TiersInUse,
} from '../../../application/product-groups/group-commands.js';
import type { FullResource } from '../../../application/catalogue/refused-write.js';
import { type ProductGroupId, toId, toIdOrNull } from '../../../domain/ids.js';
import { makeEndpoint, type Refused } from '../../core/endpoint.js';
import { isFailure } from '../../core/failure.js';
import { refusedEdit } from '../answer-edit.js';
import {
  collectionOf,
  listAskedFor,
  orderField,
  pagingFields,
  toCollection,
} from '../collections.js';
import {
  createGroupBody,
  groupWords,
  replaceGroupBody,
  toTierRow,
} from '../commands/group-body.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { fullProblem, rulesProblem } from '../problems/refusals-problem.js';
import { productGroupShape, toProductGroupItem } from '../shapes/product-group-shape.js';

export type ProductGroupEndpointsDeps = {
  readonly listGroups: ListGroups;
  readonly findGroup: FindGroup;
  readonly createGroup: CreateGroup;
  readonly replaceGroup: ReplaceGroup;
  readonly deleteGroup: DeleteGroup;
};

const path = '/catalogue/product-groups';
const one = `${path}/{id}` as const;
const tag = 'Product groups';
const read = { tag, method: 'get', scope: 'product-group:read', refusals: [] } as const;
const write = { tag, scope: 'product-group:write', keeps: 'in_record' } as const;

/** The documentation's payload (docs/spec/product-groups-api.md §2), with the ids of the demo (§9). */
const example = {
  name: 'SaaS Packages',
  enabled: true,
  forceSameBillingInterval: false,
  memberships: [
    {
      product: '/products/56e1741a6fc9365306000101',
      pricePlans: ['/plans/56e1741a6fc9365306000111'],
      position: 1,
      label: 'Starter',
      upgradeable: true,
      downgradeable: false,
      changeTiming: 'immediately',
      creditType: 'pro_rata',
    },
    {
      product: '/products/56e1741a6fc9365306000102',
      pricePlans: ['/plans/56e1741a6fc9365306000121', '/plans/56e1741a6fc9365306000122'],
      position: 2,
      label: 'Pro',
      upgradeable: true,
      downgradeable: true,
      changeTiming: 'immediately',
      creditType: 'pro_rata',
    },
  ],
} as const;

const list = {
  ...read,
  name: 'listProductGroups',
  summary: 'List product groups',
  description:
    'Every group of products that a subscription may be switched between, a page at a time.',
  path,
  query: [...pagingFields, orderField('createdAt'), orderField('name')],
  answer: { status: 200, schema: collectionOf('ProductGroupCollection', productGroupShape) },
} as const satisfies ProductGroupsDescription;

const find = {
  ...read,
  name: 'readProductGroup',
  summary: 'Read a product group',
  description: 'One group with its memberships, by position.',
  path: one,
  answer: { status: 200, schema: productGroupShape },
} as const satisfies ProductGroupsDescription;

const create = {
  ...write,
  name: 'createProductGroup',
  summary: 'Create a product group',
  description:
    'Makes a group of memberships: a product each, with the price plans that it may be had on, its position, and how it ' +
    'is entered and left. `tiers` is another name for `memberships`.',
  method: 'post',
  path,
  body: createGroupBody,
  example,
  answer: { status: 201, schema: productGroupShape },
  refusals: ['too_many_product_groups'],
} as const satisfies ProductGroupsDescription;

const replace = {
  ...write,
  name: 'replaceProductGroup',
  summary: 'Replace a product group',
  description:
    'Sets a group; memberships that are sent replace the list. A row is an existing membership by its `id`, else by its ' +
    'product. A membership in use keeps its product and cannot go.',
  method: 'put',
  path: one,
  body: replaceGroupBody,
  takesIfMatch: true,
  answer: { status: 200, schema: productGroupShape },
  refusals: ['tier_in_use'],
} as const satisfies ProductGroupsDescription;

const remove = {
  ...write,
  name: 'deleteProductGroup',
  summary: 'Delete a product group',
  description: 'Removes a group of which no membership is in use.',
  method: 'delete',
  path: one,
  takesIfMatch: true,
  answer: { status: 204, schema: null },
  refusals: ['tier_in_use'],
} as const satisfies ProductGroupsDescription;

/** Groups of products that a subscription may be switched between (docs/spec/product-groups-api.md §2). */
export function makeProductGroupEndpoints(
  deps: ProductGroupEndpointsDeps,
): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(list, async ({ query, caller: { organisationId } }) => {
      const asked = listAskedFor(query, ['createdAt', 'name']);
      if (isFailure(asked)) return asked;
      const listed = await deps.listGroups({ organisationId, ...asked });
      if (listed === null) return resourceNotFound;
      const { groups, catalogue } = listed;
      const body = toCollection(groups, asked, (it) => toProductGroupItem(it, catalogue));
      return { status: 200, body };
    }),
    makeEndpoint(find, async ({ params, caller: { organisationId } }) => {
      const found = await deps.findGroup({ organisationId, id: toId<ProductGroupId>(params.id) });
      return found === null ? resourceNotFound : shown(200, found);
    }),
    makeEndpoint(create, async ({ body, sentBody, chosenId, caller: { organisationId } }) => {
      const { memberships, ...fields } = body;
      const result = await deps.createGroup({
        ...fields,
        organisationId,
        chosenId: toIdOrNull<ProductGroupId>(chosenId),
        tiers: memberships.map(toTierRow),
      });
      return result.ok ? shown(201, result) : refused(result, sentBody);
    }),
    makeEndpoint(replace, async ({ params, body, sentBody, guards, caller }) => {
      const { name, enabled, forceSameBillingInterval = null, memberships } = body;
      const result = await deps.replaceGroup({
        organisationId: caller.organisationId,
        id: toId<ProductGroupId>(params.id),
        name,
        enabled,
        forceSameBillingInterval,
        tiers: memberships?.map(toTierRow) ?? null,
        ifMatch: guards.ifMatch,
      });
      return result.ok ? shown(200, result) : refused(result, sentBody);
    }),
    makeEndpoint(remove, async ({ params, guards, caller: { organisationId } }) => {
      const id = toId<ProductGroupId>(params.id);
      const { ifMatch } = guards;
      const result = await deps.deleteGroup({ organisationId, id, ifMatch });
      return result.ok ? { status: 204, body: null } : refused(result, {});
    }),
  ];
}

function shown(status: number, { group, catalogue }: ShownGroup) {
  return { status, body: toProductGroupItem(group, catalogue) };
}

/** Rows are spoken of by the name that they were sent under. */
function wordsOf(sentBody: object) {
  return Object.hasOwn(sentBody, 'tiers') ? { ...groupWords, tiers: 'tiers' } : groupWords;
}

function refused(
  result: TiersInUse | FullResource | Parameters<typeof refusedEdit>[0],
  sentBody: object,
): Refused {
  if (result.failure === 'full') return fullProblem('too_many_product_groups', result);
  if (result.failure !== 'tier_in_use') return refusedEdit(result, wordsOf(sentBody));
  return rulesProblem([{ code: 'tier_in_use', facts: { tiers: result.tierIds } }]);
}
