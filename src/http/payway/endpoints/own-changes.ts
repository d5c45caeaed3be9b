import { z } from 'zod';
import type { RequestChange } from '../../../application/change/change-command.js';
import type { CancelPendingChange } from '../../../application/change/edit-user-products.js';
import type { ListAvailableChanges } from '../../../application/change/list-available-changes.js';
import type { Endpoint, EndpointDescription } from '../../endpoint.js';
import { makeFaultProblem } from '../../problem.js';
import { changeRefusalProblem, notFound, refusalReasons, writeRefusalProblem } from '../errors.js';
import { codeField, codesField, looseIdField, wordField } from '../fields.js';
import { itemOf, writtenId } from '../schemas.js';
import { toOwnChangeCommand, toOwnKey } from '../to-own-command.js';
import { answerWrite } from '../write-answers.js';

export type OwnChangesDeps = {
  readonly requestChange: RequestChange;
  readonly cancelPendingChange: CancelPendingChange;
  readonly listAvailableChanges: ListAvailableChanges;
};

const root = '/external/api/v1/me';
const optional = { required: false } as const;
const usedCodes = 5;
const tag = 'Own subscriptions';
const availableChangesShape = z
  .strictObject({ upgrades: z.array(z.string()), downgrades: z.array(z.string()) })
  .meta({ id: 'AvailableChanges', description: 'Codes of packages, by what a change to them is' });

const changeOwnProduct = {
  name: 'changeOwnProduct',
  summary: 'Change the package of an own subscription',
  description:
    'Upgrades, downgrades or changes the package of one of the subscriptions of the account that the token names. ' +
    'Without `target_period_id` it is the period of one month with the payment method that the subscription has.',
  tag,
  method: 'put',
  path: `${root}/change_product`,
  scope: '/external/me/w',
  needsIdentity: true,
  body: [
    looseIdField('id'),
    codeField('package_code'),
    looseIdField('target_period_id', optional),
    { name: 'default_behaviour', required: false, type: 'boolean' },
  ],
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: refusalReasons,
} as const satisfies EndpointDescription;

const cancelOwnChange = {
  name: 'cancelOwnProductChange',
  summary: 'Take back a change of an own subscription',
  description: 'Takes back the change that waits in one of the own subscriptions.',
  tag,
  method: 'put',
  path: `${root}/cancel_product_change`,
  scope: '/external/me/w',
  needsIdentity: true,
  body: [looseIdField('id')],
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: ['no_pending_change', 'user_product_ended'],
} as const satisfies EndpointDescription;

const listAvailable = {
  name: 'listAvailableProductChanges',
  summary: 'List what an own subscription may change to',
  description:
    'Tells which of these packages one of the own subscriptions may be changed to. Of `product_codes`, separated by ' +
    'commas, the first five are looked at.',
  tag,
  method: 'get',
  path: `${root}/available_product_changes`,
  scope: '/external/me/r',
  needsIdentity: true,
  query: [
    looseIdField('id'),
    codesField('product_codes'),
    wordField('has_custom_target_period', ['true', 'false'], optional),
  ],
  answer: {
    status: 200,
    schema: itemOf('AvailableChangesAnswer', availableChangesShape),
  },
  refusals: [],
} as const satisfies EndpointDescription;

/** An explicit change names its period: rank and price do not choose one for it. */
const periodRequired = makeFaultProblem(400, [
  { code: 'invalid_parameter', field: 'target_period_id', message: 'Parameter is required' },
]);

/** What a customer may do with identity tokens (spec/payway-api.md §5). */
export function makeOwnChangesEndpoints(deps: OwnChangesDeps): Endpoint[] {
  return [
    {
      ...changeOwnProduct,
      handle: async ({ body, caller, guards }) => {
        const command = toOwnChangeCommand(body, caller);
        if (command === null) return notFound;
        const { behaviour, periodId } = command;
        if (behaviour === 'explicit' && periodId === null) return periodRequired;
        return answerWrite(await deps.requestChange(command, guards), changeRefusalProblem);
      },
    },
    {
      ...cancelOwnChange,
      handle: async ({ body, caller, guards }) => {
        const key = toOwnKey((body as { id: string }).id, caller);
        if (key === null) return notFound;
        return answerWrite(await deps.cancelPendingChange(key, null, guards), writeRefusalProblem);
      },
    },
    {
      ...listAvailable,
      handle: async ({ query, caller }) => {
        const key = toOwnKey(String(query.id), caller);
        if (key === null) return notFound;
        const packageCodes = String(query.product_codes).split(',').slice(0, usedCodes);
        const mayNamePeriod = query.has_custom_target_period === 'true';
        const item = await deps.listAvailableChanges({ ...key, packageCodes, mayNamePeriod });
        return item === null ? notFound : { status: 200, body: { item } };
      },
    },
  ];
}
