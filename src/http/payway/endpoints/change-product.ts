import type { CancelPendingChange } from '../../../application/user-product/edit-user-products.js';
import { makeEndpoint } from '../../core/endpoint.js';
import { answerWrite } from '../answer-write.js';
import { changeFields, previewFields, toChangeCommand } from '../commands/change-command.js';
import { toUserProductKey } from '../commands/user-product-key.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import { accountIdField, userProductIdField } from '../fields.js';
import type { PaywayChanges } from '../payway-changes.js';
import { previewShape, toPreviewItem } from '../preview-shape.js';
import { notFound } from '../problems/not-found.js';
import { refusalReasons } from '../problems/refusal-problems.js';
import { itemOf, writtenId } from '../schemas.js';

export type ChangeProductDeps = {
  readonly requestChange: PaywayChanges['requestChange'];
  readonly previewChange: PaywayChanges['previewChange'];
  readonly cancelPendingChange: CancelPendingChange;
};

const tag = 'Changes';
const scope = '/external/subscription_system/w';

/** The documentation's own (docs/spec/payway-api.md §2). */
const documentedExample = {
  account_id: '56e1741a6fc9365306000001',
  user_product_id: '56e1741a6fc9365306000002',
  package_code: 'adeprimo_digital',
  target_period_id: '56e1741a6fc9365306000003',
  default_behaviour: true,
} as const;

const changeProduct = {
  name: 'changeProduct',
  summary: 'Change the package of a subscription',
  description:
    'An upgrade is carried out at once and answered with the id of the new user product. A downgrade, and a change ' +
    '(`default_behaviour: false`), wait for the end of the period and are answered with the id of the present one. ' +
    'The same request sent again is answered as it was, and done once.',
  tag,
  method: 'put',
  path: '/external/api/v1/subscription_system/change_product',
  scope,
  body: changeFields,
  example: documentedExample,
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: refusalReasons,
} as const satisfies PaywayDescription;

const previewChangeProduct = {
  name: 'previewChangeProduct',
  summary: 'Preview a change',
  description:
    'Tells what a change would come to now, or every requirement that refuses it, and gives a quote that holds for ' +
    '15 minutes. Nothing is written.',
  tag,
  method: 'post',
  path: '/external/api/v1/subscription_system/preview_change_product',
  scope,
  body: previewFields,
  example: documentedExample,
  answer: { status: 200, schema: itemOf('ChangePreviewAnswer', previewShape) },
  refusals: ['user_product_set_aside', 'date_beyond_calendar'],
} as const satisfies PaywayDescription;

const cancelProductChange = {
  name: 'cancelProductChange',
  summary: 'Take back a change',
  description: 'Takes back the change that waits for the end of the period.',
  tag,
  method: 'put',
  path: '/external/api/v1/accounts/cancel_product_change',
  scope: '/external/account/w',
  body: [accountIdField, userProductIdField],
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: ['no_pending_change', 'user_product_ended'],
} as const satisfies PaywayDescription;

/** Changing what a subscription is on (docs/spec/payway-api.md §2, §3, §6). */
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
