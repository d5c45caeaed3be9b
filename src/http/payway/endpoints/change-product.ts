import type { PaywayChanges } from '../payway-changes.js';
import type { CancelPendingChange } from '../../../application/user-product/edit-user-products.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { changeFields, previewFields, toChangeCommand } from '../commands/change-command.js';
import { toUserProductKey } from '../commands/user-product-key.js';
import { accountIdField, userProductIdField } from '../fields.js';
import { previewSchema, toPreviewItem } from '../preview-shape.js';
import { notFound } from '../problems/not-found.js';
import { refusalReasons } from '../problems/refusal-problems.js';
import { itemOf, writtenId } from '../schemas.js';
import { answerWrite } from '../answer-write.js';

export type ChangeProductDeps = {
  readonly requestChange: PaywayChanges['requestChange'];
  readonly previewChange: PaywayChanges['previewChange'];
  readonly cancelPendingChange: CancelPendingChange;
};

const scope = '/external/subscription_system/w';

const changeProduct = {
  name: 'changeProduct',
  summary: 'Upgrade, downgrade or change the package of a subscription',
  method: 'put',
  path: '/external/api/v1/subscription_system/change_product',
  scope,
  body: changeFields,
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: refusalReasons,
} as const satisfies PaywayDescription;

const previewChangeProduct = {
  name: 'previewChangeProduct',
  summary: 'What a change would come to now, and a quote that binds for 15 minutes; writes nothing',
  method: 'post',
  path: '/external/api/v1/subscription_system/preview_change_product',
  scope,
  body: previewFields,
  answer: { status: 200, schema: itemOf(previewSchema) },
  refusals: [],
} as const satisfies PaywayDescription;

const cancelProductChange = {
  name: 'cancelProductChange',
  summary: 'Take back the change that waits for the end of the period',
  method: 'put',
  path: '/external/api/v1/accounts/cancel_product_change',
  scope: '/external/account/w',
  body: [accountIdField, userProductIdField],
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: ['no_pending_change', 'user_product_ended'],
} as const satisfies PaywayDescription;

/** Changing what a subscription is on (spec/payway-api.md §2, §3, §6). */
export function makeChangeProductEndpoints(deps: ChangeProductDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(changeProduct, async ({ body, caller, guards }) => {
      const command = toChangeCommand(body, caller);
      if (command === null) return notFound;
      return answerWrite(await deps.requestChange(command, guards));
    }),
    makeEndpoint(previewChangeProduct, async ({ body, caller }) => {
      const command = toChangeCommand(body, caller);
      const preview = command === null ? null : await deps.previewChange(command);
      return preview === null ? notFound : { status: 200, body: { item: toPreviewItem(preview) } };
    }),
    makeEndpoint(cancelProductChange, async ({ body, caller, guards }) => {
      const key = toUserProductKey(body, caller);
      if (key === null) return notFound;
      return answerWrite(await deps.cancelPendingChange(key, null, guards));
    }),
  ];
}
