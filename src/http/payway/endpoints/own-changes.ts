import { z } from 'zod';
import type { CancelPendingChange } from '../../../application/user-product/edit-user-products.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { answerWrite } from '../answer-write.js';
import { ownChangeFields, toOwnChangeCommand } from '../commands/own-change-command.js';
import { toOwnKey } from '../commands/user-product-key.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { codesField, flagField, looseIdField } from '../fields.js';
import type { PaywayChanges } from '../payway-changes.js';
import { notFound } from '../problems/not-found.js';
import { periodRequired } from '../problems/parameter-problems.js';
import { refusalReasons } from '../problems/refusal-problems.js';
import { itemOf, writtenId } from '../schemas.js';

export type OwnChangesDeps = {
  readonly requestChange: PaywayChanges['requestChange'];
  readonly cancelPendingChange: CancelPendingChange;
  readonly listAvailableChanges: PaywayChanges['listAvailableChanges'];
};

const root = '/external/api/v1/me';
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
  body: ownChangeFields,
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: refusalReasons,
} as const satisfies PaywayDescription;

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
} as const satisfies PaywayDescription;

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
  query: [looseIdField('id'), codesField('product_codes'), flagField('has_custom_target_period')],
  answer: {
    status: 200,
    schema: itemOf('AvailableChangesAnswer', availableChangesShape),
  },
  refusals: ['user_product_set_aside', 'date_beyond_calendar'],
} as const satisfies PaywayDescription;

/** What a customer may do with identity tokens (docs/spec/payway-api.md §5). */
export function makeOwnChangesEndpoints(deps: OwnChangesDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(changeOwnProduct, async ({ body, caller, guards }) => {
      const command = toOwnChangeCommand(body, caller);
      if (command === null) return notFound;
      const { behaviour, periodId } = command;
      if (behaviour === 'explicit' && periodId === null) return periodRequired;
      return answerWrite(await deps.requestChange(command, guards));
    }),
    makeEndpoint(cancelOwnChange, async ({ body, caller, guards }) => {
      const key = toOwnKey(body.id, caller);
      if (key === null) return notFound;
      return answerWrite(await deps.cancelPendingChange(key, null, guards));
    }),
    makeEndpoint(listAvailable, async ({ query, caller }) => {
      const key = toOwnKey(query.id, caller);
      if (key === null) return notFound;
      const packageCodes = query.product_codes.split(',').slice(0, usedCodes);
      const mayNamePeriod = query.has_custom_target_period ?? false;
      const item = await deps.listAvailableChanges({ ...key, packageCodes, mayNamePeriod });
      return item === null ? notFound : { status: 200, body: { item } };
    }),
  ];
}
