import type { CreateUserProduct } from '../../../application/change/create-user-product.js';
import type { EditUserProduct } from '../../../application/change/edit-user-products.js';
import type { Endpoint, EndpointDescription } from '../../endpoint.js';
import { noSuchInstant, notFound, writeRefusalProblem } from '../errors.js';
import {
  accountIdField,
  codeField,
  looseIdField,
  paywayInstantField,
  wordField,
} from '../fields.js';
import { writtenId } from '../schemas.js';
import { toCreateCommand, toEdits } from '../to-user-product-command.js';
import { toUserProductKey } from '../to-command.js';
import { answerWrite } from '../write-answers.js';

export type UserProductWritesDeps = {
  readonly createUserProduct: CreateUserProduct;
  readonly editUserProduct: EditUserProduct;
};

const tag = 'User products';
const path = '/external/api/v1/userproducts';
const scope = '/external/userproduct/w';
const types = ['recurring', 'limited'] as const;
const optional = { required: false } as const;

const create = {
  name: 'createUserProduct',
  summary: 'Create a user product',
  description:
    'Gives an account a package for a time; the provision service is that of the client.',
  tag,
  method: 'post',
  path,
  scope,
  body: [
    accountIdField,
    codeField('package_code'),
    wordField('subscription_type', types),
    paywayInstantField('valid_from'),
    paywayInstantField('valid_to'),
    looseIdField('payment_period_id', optional),
  ],
  keeps: 'in_record',
  answer: { status: 201, schema: writtenId },
  refusals: ['no_payment_period', 'valid_to_not_after_valid_from'],
} as const satisfies EndpointDescription;

const update = {
  name: 'updateUserProduct',
  summary: 'Update a user product',
  description: 'Sets type, state or dates of a user product; what is left out stays as it is.',
  tag,
  method: 'put',
  path,
  scope,
  body: [
    accountIdField,
    looseIdField('product_id'),
    wordField('subscription_type', types, optional),
    wordField('state', ['activated', 'deactivated'], optional),
    paywayInstantField('valid_from', optional),
    paywayInstantField('valid_to', optional),
  ],
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: ['user_product_ended', 'no_payment_period', 'valid_to_not_after_valid_from'],
} as const satisfies EndpointDescription;

const { printedPattern } = paywayInstantField('valid_from');

/** Writing what an account has (spec/payway-api.md §5). */
export function makeUserProductWriteEndpoints(deps: UserProductWritesDeps): Endpoint[] {
  return [
    {
      ...create,
      handle: async ({ body, caller, chosenId }) => {
        const command = toCreateCommand(body, caller, chosenId);
        if (command === null) return notFound;
        if ('unreal' in command) return noSuchInstant(command.unreal, printedPattern);
        const result = await deps.createUserProduct(command);
        if (result.ok) return { status: 201, body: { id: result.id } };
        return result.failure === 'refused' ? writeRefusalProblem(result.refusals) : notFound;
      },
    },
    {
      ...update,
      handle: async ({ body, caller, guards }) => {
        const { product_id: userProductId } = body as { product_id: string };
        const key = toUserProductKey(
          { ...(body as object), user_product_id: userProductId },
          caller,
        );
        if (key === null) return notFound;
        const edits = toEdits(body);
        if ('unreal' in edits) return noSuchInstant(edits.unreal, printedPattern);
        return answerWrite(await deps.editUserProduct(key, edits, guards), writeRefusalProblem);
      },
    },
  ];
}
