import type { CreateUserProduct } from '../../../application/user-product/create-user-product.js';
import type { EditUserProduct } from '../../../application/user-product/edit-user-products.js';
import { makeEndpoint } from '../../core/endpoint.js';
import type { PaywayDescription, PaywayEndpoint } from '../description.js';
import {
  createFields,
  toCreateCommand,
  toEdits,
  updateFields,
} from '../commands/user-product-command.js';
import { toUserProductKey } from '../commands/user-product-key.js';
import { paywayInstantField } from '../fields.js';
import { notFound } from '../problems/not-found.js';
import { noSuchInstant } from '../problems/parameter-problems.js';
import { refusalProblem } from '../problems/refusal-problems.js';
import { writtenId } from '../schemas.js';
import { answerWrite } from '../answer-write.js';

export type UserProductWritesDeps = {
  readonly createUserProduct: CreateUserProduct;
  readonly editUserProduct: EditUserProduct;
};

const tag = 'User products';
const path = '/external/api/v1/userproducts';
const scope = '/external/userproduct/w';

const create = {
  name: 'createUserProduct',
  summary: 'Create a user product',
  description:
    'Gives an account a package for a time; the provision service is that of the client.',
  tag,
  method: 'post',
  path,
  scope,
  body: createFields,
  keeps: 'in_record',
  answer: { status: 201, schema: writtenId },
  refusals: [
    'no_payment_period',
    'too_many_user_products',
    'valid_to_not_in_future',
    'valid_to_not_after_valid_from',
  ],
} as const satisfies PaywayDescription;

const update = {
  name: 'updateUserProduct',
  summary: 'Update a user product',
  description: 'Sets type, state or dates of a user product; what is left out stays as it is.',
  tag,
  method: 'put',
  path,
  scope,
  body: updateFields,
  keeps: 'in_user_product',
  answer: { status: 200, schema: writtenId },
  refusals: [
    'user_product_ended',
    'no_payment_period',
    'valid_to_not_in_future',
    'valid_to_required',
    'valid_to_not_after_valid_from',
  ],
} as const satisfies PaywayDescription;

const { printedPattern } = paywayInstantField('valid_from');

/** Writing what an account has (docs/spec/payway-api.md §5). */
export function makeUserProductWriteEndpoints(deps: UserProductWritesDeps): PaywayEndpoint[] {
  return [
    makeEndpoint(create, async ({ body, caller, chosenId }) => {
      const command = toCreateCommand(body, caller, chosenId);
      if (command === null) return notFound;
      if ('unreal' in command) return noSuchInstant(command.unreal, printedPattern);
      const result = await deps.createUserProduct(command);
      if (result.ok) return { status: 201, body: { id: result.id } };
      return result.failure === 'refused' ? refusalProblem(result.refusals) : notFound;
    }),
    makeEndpoint(update, async ({ body, caller, guards }) => {
      const key = toUserProductKey({ ...body, user_product_id: body.product_id }, caller);
      if (key === null) return notFound;
      const edits = toEdits(body);
      if ('unreal' in edits) return noSuchInstant(edits.unreal, printedPattern);
      return answerWrite(await deps.editUserProduct(key, edits, guards));
    }),
  ];
}
