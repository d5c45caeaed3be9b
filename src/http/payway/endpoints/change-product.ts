import type { RequestChange } from '../../../application/change/change-command.js';
import type { CancelPendingChange } from '../../../application/change/edit-user-products.js';
import type { PreviewChange } from '../../../application/change/preview-change.js';
import type { Endpoint, EndpointDescription } from '../../endpoint.js';
import { changeRefusalProblem, notFound, refusalReasons, writeRefusalProblem } from '../errors.js';
import {
  accountIdField,
  codeField,
  looseIdField,
  quoteField,
  userProductIdField,
} from '../fields.js';
import { previewShape, toPreviewItem } from '../preview-shape.js';
import { itemOf, writtenId } from '../schemas.js';
import { toChangeCommand, toUserProductKey } from '../to-command.js';
import { answerWrite } from '../write-answers.js';

export type ChangeProductDeps = {
  readonly requestChange: RequestChange;
  readonly previewChange: PreviewChange;
  readonly cancelPendingChange: CancelPendingChange;
};

const tag = 'Changes';
const scope = '/external/subscription_system/w';
const changeFields = [
  accountIdField,
  userProductIdField,
  codeField('package_code'),
  looseIdField('target_period_id'),
  { name: 'default_behaviour', required: false, type: 'boolean' },
] as const;

/** The documentation's own (spec/payway-api.md §2). */
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
  body: [...changeFields, quoteField],
  example: documentedExample,
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: refusalReasons,
} as const satisfies EndpointDescription;

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
  body: changeFields,
  example: documentedExample,
  answer: { status: 200, schema: itemOf('ChangePreviewAnswer', previewShape) },
  refusals: [],
} as const satisfies EndpointDescription;

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
} as const satisfies EndpointDescription;

/** Changing what a subscription is on (spec/payway-api.md §2, §3, §6). */
export function makeChangeProductEndpoints(deps: ChangeProductDeps): Endpoint[] {
  return [
    {
      ...changeProduct,
      handle: async ({ body, caller, guards }) => {
        const command = toChangeCommand(body, caller);
        if (command === null) return notFound;
        return answerWrite(await deps.requestChange(command, guards), changeRefusalProblem);
      },
    },
    {
      ...previewChangeProduct,
      handle: async ({ body, caller }) => {
        const command = toChangeCommand(body, caller);
        const preview = command === null ? null : await deps.previewChange(command);
        return preview === null
          ? notFound
          : { status: 200, body: { item: toPreviewItem(preview) } };
      },
    },
    {
      ...cancelProductChange,
      handle: async ({ body, caller, guards }) => {
        const key = toUserProductKey(body, caller);
        if (key === null) return notFound;
        return answerWrite(await deps.cancelPendingChange(key, null, guards), writeRefusalProblem);
      },
    },
  ];
}
