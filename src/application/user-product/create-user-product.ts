import { firstPeriodOf } from '../../domain/catalogue/first-period-of.js';
import { periodOf } from '../../domain/catalogue/catalogue.js';
import type { Package, PaymentPeriod } from '../../domain/catalogue/package.js';
import {
  type AccountId,
  type OrganisationId,
  type PaymentPeriodId,
  toId,
  toIdOrNull,
  type UserProductId,
} from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { boundaryRefusals } from '../../domain/user-product/boundary-refusals.js';
import type { UserProductDraft } from '../../domain/user-product/create-user-product.js';
import { newlySold } from '../../domain/user-product/newly-sold.js';
import type { WriteRefusal } from '../../domain/user-product/refusal.js';
import type { FindPackage } from '../catalogue/find-package.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import type { AccountStore } from '../ports/account-store.js';
import type { UserProductStore } from '../ports/user-product-store.js';
import { transitionIds } from '../commit/build-commit.js';
import { beginChain, type BeginChainDeps, isBegun, tooManyUserProducts } from './begin-chain.js';

export type CreateUserProductCommand = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
  readonly packageCode: string;
  readonly subscriptionType: 'recurring' | 'limited';
  /** Null: the package's first enabled period of that type. */
  readonly periodId: PaymentPeriodId | null;
  readonly validFrom: Instant;
  readonly validTo: Instant;
  readonly provisionService: string;
  /** Chosen beforehand by whoever may call again for the same one; null: a new id. */
  readonly chosenId: string | null;
};

export type CreateUserProduct = (
  command: CreateUserProductCommand,
) => Promise<
  | { readonly ok: true; readonly id: UserProductId }
  | { readonly ok: false; readonly failure: 'not_found' }
  | { readonly ok: false; readonly failure: 'refused'; readonly refusals: readonly [WriteRefusal] }
>;

export type CreateUserProductDeps = BeginChainDeps & {
  readonly userProducts: Pick<UserProductStore, 'find'>;
  readonly accounts: Pick<AccountStore, 'exists'>;
  readonly findPackage: FindPackage;
  readonly organisationNow: OrganisationNow;
};

const notFound = { ok: false, failure: 'not_found' } as const;
/** A first user product of a chain (docs/spec/payway-api.md §5): one insert, whose outbox tells of it. */
export function makeCreateUserProduct(deps: CreateUserProductDeps): CreateUserProduct {
  return async (command) => {
    const { organisationId, accountId, packageCode } = command;
    const found = await deps.findPackage({ organisationId, named: { code: packageCode } });
    if (found === null) return notFound;
    const period = soldBy(found.package, command);
    if (period === 'unknown') return notFound;
    const now = await deps.organisationNow(found.context.organisation);
    const refusal = refusalOf(command, period, now);
    if (period === null || refusal !== null) {
      const isKnown = await deps.accounts.exists(organisationId, accountId);
      return isKnown ? refusedUnlessMade(deps, command, refusal ?? noPeriod(command)) : notFound;
    }
    const { catalogue } = found.context;
    const draft = draftOf(command, {
      id: toId(command.chosenId ?? deps.ids.next()),
      pack: found.package,
      period,
    });
    const outcome = await beginChain(deps, { draft, catalogue, ids: transitionIds(deps.ids), now });
    if (outcome === 'no_owner') return notFound;
    if (outcome === 'full') return refusedUnlessMade(deps, command, tooManyUserProducts);
    return { ok: true, id: draft.id };
  };
}

/** An earlier call under the same key may have made it and could not say so: by now its period may have ended. */
async function refusedUnlessMade(
  deps: CreateUserProductDeps,
  { organisationId, accountId, chosenId }: CreateUserProductCommand,
  refusal: WriteRefusal,
): ReturnType<CreateUserProduct> {
  const id = toIdOrNull<UserProductId>(chosenId);
  if (id !== null && (await isBegun(deps, { organisationId, accountId, id })))
    return { ok: true, id };
  return { ok: false, failure: 'refused', refusals: [refusal] };
}

function soldBy(
  pack: Package,
  { periodId, subscriptionType }: CreateUserProductCommand,
): PaymentPeriod | 'unknown' | null {
  if (periodId === null) return firstPeriodOf(pack, subscriptionType);
  return periodOf(pack, periodId) ?? 'unknown';
}

function noPeriod({ packageCode, subscriptionType }: CreateUserProductCommand): WriteRefusal {
  const facts = { product_code: packageCode, subscription_type: subscriptionType };
  return { reason: 'no_payment_period', facts };
}

function refusalOf(
  command: CreateUserProductCommand,
  period: PaymentPeriod | null,
  now: Instant,
): WriteRefusal | null {
  const { subscriptionType, validFrom, validTo } = command;
  if (period?.type !== subscriptionType) return noPeriod(command);
  if (validTo <= validFrom) return { reason: 'valid_to_not_after_valid_from', facts: {} };
  const [refusal] = boundaryRefusals({ ...command, state: 'activated', endedBy: null }, now);
  return refusal ?? null;
}

function draftOf(
  command: CreateUserProductCommand,
  { id, pack, period }: { id: UserProductId; pack: Package; period: PaymentPeriod },
): UserProductDraft {
  const { organisationId, accountId, subscriptionType, provisionService } = command;
  return {
    ...newlySold({ pack, period }),
    id,
    subscriptionId: id,
    organisationId,
    accountId,
    quantity: 1,
    tierId: null,
    hasDocuments: false,
    subscriptionType,
    provisionService,
    validFrom: command.validFrom,
    validTo: command.validTo,
  };
}
