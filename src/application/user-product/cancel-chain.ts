import type { Refusal, WriteRefusalReason } from '../../domain/user-product/refusal.js';
import { unguarded, type WriteGuards } from '../commit/guards.js';
import type { UserProductKey } from '../commit/load-user-product.js';
import { unknownUserProduct, type WriteFailure, type WriteResult } from '../commit/write-result.js';
import { BusyError } from '../ports/failures.js';
import type { CancelUserProduct, ReactivateUserProduct } from './edit-user-products.js';
import type { FindChain, SubscriptionChain } from './subscription-chain.js';

type FoundChain = NonNullable<Awaited<ReturnType<FindChain>>>;

/** A write on what a subscription is now; it answers the subscription as the write leaves it. */
export type WriteChain = (
  key: Parameters<FindChain>[0],
  guards: Pick<WriteGuards, 'ifMatch'>,
) => Promise<({ readonly ok: true } & FoundChain) | WriteFailure<WriteRefusalReason>>;

type Write = (key: UserProductKey, guards: WriteGuards) => Promise<WriteResult<WriteRefusalReason>>;

const mostTries = 5;

/** Lets a subscription end at its period's end (docs/spec/product-groups-api.md §4). */
export function makeCancelChain(deps: {
  readonly findChain: FindChain;
  readonly cancelUserProduct: CancelUserProduct;
}): WriteChain {
  const nothingSaid = { reasonId: null, creditInvoiceIfSent: false };
  return makeWriteChain(deps, (key, guards) => deps.cancelUserProduct(key, nothingSaid, guards));
}

/** Takes that back before it has taken effect. */
export function makeReactivateChain(deps: {
  readonly findChain: FindChain;
  readonly reactivateUserProduct: ReactivateUserProduct;
}): WriteChain {
  return makeWriteChain(deps, (key, guards) => deps.reactivateUserProduct(key, null, guards));
}

/** Writes on the living one of the chain, or the last; where a change ends it meanwhile, on what it became. */
function makeWriteChain(
  { findChain }: { readonly findChain: FindChain },
  write: Write,
): WriteChain {
  return async (key, { ifMatch }) => {
    for (let tries = 0; tries < mostTries; tries += 1) {
      const found = await findChain(key);
      if (found === null) return unknownUserProduct;
      const { last } = found.chain;
      const { organisationId, accountId, id: userProductId } = last;
      const result = await write(
        { organisationId, accountId, userProductId },
        { ...unguarded, ifMatch },
      );
      if (result.ok) return { ok: true, ...found, chain: { ...found.chain, last: lastOf(result) } };
      if (!hasMovedOn(found.chain, result)) return result;
    }
    throw new BusyError('the subscription kept changing');
  };
}

function lastOf(result: Extract<WriteResult<never>, { ok: true }>): SubscriptionChain['last'] {
  if ('replayed' in result) throw new TypeError('an answer was kept, and no key was given');
  return result.written?.next ?? result.product;
}

/** Ended by a change since it was found: it went on in a successor. */
function hasMovedOn(
  { last }: SubscriptionChain,
  result: WriteFailure<WriteRefusalReason>,
): boolean {
  if (last.endedBy !== null || result.failure !== 'refused') return false;
  return result.refusals.some(isEnded);
}

function isEnded({ reason }: Refusal<WriteRefusalReason>): boolean {
  return reason === 'user_product_ended';
}
