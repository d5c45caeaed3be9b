import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../../../application/catalogue/organisation-context.js';
import type { ApplyTier } from '../../../application/product-groups/apply-tier.js';
import type { AssignTier } from '../../../application/product-groups/assign-tier.js';
import type { ListChangeOptions } from '../../../application/product-groups/list-change-options.js';
import type { ReadApplied } from '../../../application/product-groups/read-applied.js';
import type { CancelPendingChange } from '../../../application/user-product/edit-user-products.js';
import { largestQuantity } from '../../../domain/catalogue/billing-terms.js';
import { type OrganisationId, type TierId, toId, type UserProductId } from '../../../domain/ids.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { answerItemWrite, guardsWith, type ItemWords } from '../answer-item-write.js';
import { applyBody } from '../commands/apply-body.js';
import { assignBody } from '../commands/assign-body.js';
import type { ProductGroupsDescription, ProductGroupsEndpoint } from '../description.js';
import { resourceNotFound } from '../problems/failures.js';
import { itemRefusals } from '../problems/item-refusals.js';
import { rulesProblem } from '../problems/refusals-problem.js';
import { violationsProblem } from '../problems/violations-problem.js';
import { appliedShape, toAppliedChange } from '../shapes/applied-shape.js';
import { changeOptionsShape, toChangeOptions } from '../shapes/change-options-shape.js';
import { itemShape, toItem } from '../shapes/item-shape.js';

export type ItemChangesDeps = {
  readonly assignTier: AssignTier;
  readonly listChangeOptions: ListChangeOptions;
  readonly applyTier: ApplyTier;
  readonly readApplied: ReadApplied;
  readonly cancelPendingChange: CancelPendingChange;
  readonly readContext: ReadOrganisationContext;
};

const tag = 'Subscription items';
const item = '/subscription-items/{id}';
const write = { tag, scope: 'subscription:write', mayHaveIdentity: true } as const;
const changeRefusals = Object.keys(itemRefusals) as readonly (keyof typeof itemRefusals)[];

const assign = {
  ...write,
  name: 'assignProductGroup',
  summary: 'Assign a subscription item to a membership',
  description:
    'Puts an item on a membership of a product group that has its product, or, with `null`, takes it off. Price and ' +
    'period stay as they are.',
  method: 'put',
  path: `${item}/product-group`,
  body: assignBody,
  example: { productGroupMembership: '/product-group-memberships/56e1741a6fc9365306000151' },
  keeps: 'in_user_product',
  answer: { status: 200, schema: itemShape },
  refusals: ['item_ended', 'change_pending', 'item_not_recurring'],
} as const satisfies ProductGroupsDescription;

const options = {
  tag,
  name: 'listChangeOptions',
  summary: 'List what an item may be switched to',
  description:
    'Every membership of the item’s product group: those that apply would accept, with what each price plan would come to ' +
    'now and a quote that binds it for 15 minutes, and those that it would refuse, with every reason. Nothing is written.',
  method: 'get',
  path: `${item}/change-options`,
  scope: 'subscription:read',
  mayHaveIdentity: true,
  query: [
    {
      name: 'quantity',
      required: false,
      type: 'string',
      maxLength: 7,
      pattern: /^(?:[1-9]\d{0,5}|1000000)$/,
      printedPattern: 'a whole number from 1 to 1000000',
      means: { type: 'integer', minimum: 1, maximum: largestQuantity },
    },
  ],
  answer: { status: 200, schema: changeOptionsShape },
  refusals: ['no_product_group'],
} as const satisfies ProductGroupsDescription;

const apply = {
  ...write,
  name: 'applyMembership',
  summary: 'Switch an item to a membership',
  description:
    'Switches an item to a membership of its product group, at once or at the end of its period, as the membership says; ' +
    'the rest of what was paid is credited as it says. The same request sent again is answered as it was, and done once.',
  method: 'post',
  path: '/product-group-memberships/{id}/apply',
  body: applyBody,
  example: {
    subscriptionItem: '/subscription-items/56e1741a6fc9365306000160',
    selectedPricePlan: '/plans/56e1741a6fc9365306000121',
    quantity: 1,
    sendInvoiceEmail: true,
  },
  keeps: 'in_user_product',
  answer: { status: 200, schema: appliedShape },
  refusals: changeRefusals,
} as const satisfies ProductGroupsDescription;

const takeBack = {
  ...write,
  name: 'takeBackPendingChange',
  summary: 'Take back a pending change',
  description:
    'Takes back the change that waits for the end of the period: the item goes on as it is.',
  method: 'delete',
  path: `${item}/pending-change`,
  keeps: 'in_user_product',
  answer: { status: 204, schema: null },
  refusals: ['no_pending_change', 'item_ended'],
} as const satisfies ProductGroupsDescription;

/** Switching items within their product group (docs/spec/product-groups-api.md §3). */
export function makeItemChangeEndpoints(deps: ItemChangesDeps): ProductGroupsEndpoint[] {
  return [
    makeEndpoint(assign, async ({ params, body, caller, guards }) => {
      const key = { ...caller, userProductId: toId<UserProductId>(params.id) };
      const words = itemWords(deps, caller.organisationId);
      const command = { ...key, tierId: body.productGroupMembership };
      return answerItemWrite(await deps.assignTier(command, guardsWith(guards, words)), words);
    }),
    makeEndpoint(options, async ({ params, query, caller }) => {
      const key = { ...caller, userProductId: toId<UserProductId>(params.id) };
      const listed = await deps.listChangeOptions({ ...key, quantity: query.quantity ?? null });
      if (listed.ok) {
        return { status: 200, body: toChangeOptions(listed, listed.context.catalogue) };
      }
      return listed.failure === 'not_found'
        ? resourceNotFound
        : rulesProblem([{ code: listed.failure, facts: {} }]);
    }),
    makeEndpoint(apply, async ({ params, body, caller, guards }) => {
      const { subscriptionItem, selectedPricePlan, quantity = null, quote } = body;
      const words = applyWords(deps, caller.organisationId, quantity);
      const named = {
        tierId: toId<TierId>(params.id),
        periodId: selectedPricePlan ?? null,
        quantity,
      };
      const result = await deps.applyTier(
        {
          organisationId: caller.organisationId,
          accountId: caller.accountId,
          userProductId: subscriptionItem,
          named,
          requestedBy: caller.clientId,
          sendsCreditNote: body.sendInvoiceEmail,
          ...(quote === undefined ? {} : { quote }),
        },
        guardsWith(guards, words),
      );
      return answerItemWrite(result, words);
    }),
    makeEndpoint(takeBack, async ({ params, caller, guards }) => {
      const key = { ...caller, userProductId: toId<UserProductId>(params.id) };
      const result = await deps.cancelPendingChange(key, null, guardsWith(guards, gone));
      return answerItemWrite(result, gone);
    }),
  ];
}

/** Nothing is answered but that it is done. */
const gone: ItemWords = {
  answerOf: () => Promise.resolve({ status: 204, body: '' }),
  itemNotFound: resourceNotFound,
  targetNotFound: resourceNotFound,
};

/** The item as the write leaves it. */
function itemWords(deps: ItemChangesDeps, organisationId: OrganisationId): ItemWords {
  return {
    answerOf: async ({ product, written }) => {
      const { catalogue } = await contextOf(deps, organisationId);
      const body = toItem(written?.next ?? product, catalogue);
      return { status: 200, body: JSON.stringify(body) };
    },
    itemNotFound: resourceNotFound,
    targetNotFound: violationsProblem([{ name: 'productGroupMembership', fault: 'not_found' }]),
  };
}

/** What the change came to. The item is named in the body, the membership in the path. */
function applyWords(
  deps: ItemChangesDeps,
  organisationId: OrganisationId,
  quantity: number | null,
): ItemWords {
  return {
    answerOf: async (answered) => {
      const { catalogue } = await contextOf(deps, organisationId);
      const applied = await deps.readApplied(answered, catalogue.timeZone);
      const body = toAppliedChange(applied, quantity, catalogue);
      return { status: 200, body: JSON.stringify(body) };
    },
    itemNotFound: violationsProblem([{ name: 'subscriptionItem', fault: 'not_found' }]),
    targetNotFound: resourceNotFound,
  };
}

async function contextOf(
  { readContext }: ItemChangesDeps,
  organisationId: OrganisationId,
): Promise<OrganisationContext> {
  const context = await readContext(organisationId);
  if (context === null) throw new Error('the organisation of a caller is not there');
  return context;
}
