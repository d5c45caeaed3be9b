import type { AccountId, OrganisationId, UserProductId } from '../../domain/ids.js';
import { type Instant, laterOf } from '../../domain/time/instant.js';
import { isDue } from '../../domain/user-product/due-at.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { OrganisationNow } from '../clock/organisation-now.js';
import { type CatchUpBudget, newCatchUpBudget } from '../commit/catch-up.js';
import type { LoadUserProduct, UserProductKey } from '../commit/load-user-product.js';
import type { SetAside } from '../commit/set-aside.js';
import type { AccountStore } from '../ports/account-store.js';
import { BusyError, SetAsideError, type UnreadableUserProduct } from '../ports/failures.js';
import type { StoredUserProduct, UserProductStore } from '../ports/user-product-store.js';
import type { ApplyDue } from './apply-due.js';

export type AccountKey = {
  readonly organisationId: OrganisationId;
  readonly accountId: AccountId;
};

/** All that an account has, oldest first, with the catalogue it was read by. */
type AccountRows = {
  readonly rows: readonly StoredUserProduct[];
  readonly context: OrganisationContext;
  /** The organisation's, as they were read; null where there are none. */
  readonly now: Instant | null;
};

/**
 * Where more is due than a request ends: throw `BusyError`, or, in an answer to what is written already, show the rest as
 * it stands. The worker goes on with it.
 */
export type WhenTooMuchIsDue = 'throw' | 'show';

/** Null for an account that is unknown. */
export type ReadAccountRows = (
  account: AccountKey,
  whenTooMuchIsDue?: WhenTooMuchIsDue,
) => Promise<AccountRows | null>;

export type ReadAccountRowsDeps = {
  readonly userProducts: UserProductStore;
  readonly accounts: AccountStore;
  readonly readContext: ReadOrganisationContext;
  readonly organisationNow: OrganisationNow;
  readonly load: LoadUserProduct;
  readonly applyDue: ApplyDue;
  readonly setAside: Pick<SetAside, 'unreadable'>;
};

const readLimit = 10;

/**
 * The user products of an account as they are now, with what the commit protocol keeps beside them: what is due is
 * applied first, a successor that is not inserted yet is inserted, and a list that was read in the middle of a change is
 * read again (docs/architecture.md §3). One whose period's end cannot be decided stands there as it is; one that cannot
 * be read is left out. Throws `BusyError` where more is due than a request ends, unless that is to be shown.
 */
export function makeReadAccountRows(deps: ReadAccountRowsDeps): ReadAccountRows {
  return async ({ organisationId, accountId }, whenTooMuchIsDue = 'throw') => {
    const context = await deps.readContext(organisationId);
    if (context === null) return null;
    const budget = newCatchUpBudget();
    const reading: Reading = { context, budget, stuck: new Set(), whenTooMuchIsDue };
    for (let reads = 0; reads < readLimit; reads += 1) {
      const unreadable: UnreadableUserProduct[] = [];
      const rows = await deps.userProducts.listByAccount(organisationId, accountId, (it) =>
        unreadable.push(it),
      );
      for (const it of unreadable) await deps.setAside.unreadable(it);
      const isEmpty = rows.length + unreadable.length === 0;
      if (isEmpty && !(await deps.accounts.exists(organisationId, accountId))) return null;
      const now = rows.length === 0 ? null : await deps.organisationNow(context.organisation);
      if (await finish(deps, reading, { rows, now })) continue;
      if (!isTorn(rows, unreadable)) return { rows: rows.toSorted(byAge), context, now };
    }
    throw new BusyError('the account kept changing');
  };
}

type Reading = {
  readonly context: OrganisationContext;
  readonly budget: CatchUpBudget;
  /** Those that nothing can be done with: they are shown as they stand. */
  readonly stuck: Set<UserProductId>;
  readonly whenTooMuchIsDue: WhenTooMuchIsDue;
};

/** Applies what is due and inserts what waits. True: something was done, read again. */
async function finish(
  deps: ReadAccountRowsDeps,
  reading: Reading,
  { rows, now }: Pick<AccountRows, 'rows' | 'now'>,
): Promise<boolean> {
  const { stuck } = reading;
  const ids = new Set(rows.map((it) => it.product.id));
  let done = false;
  for (const row of rows) {
    const { id: userProductId, organisationId, accountId } = row.product;
    const key = { organisationId, accountId, userProductId };
    if (row.successor !== null) {
      await deps.load(key);
      done ||= row.product.endedBy === null || !ids.has(row.product.endedBy.successorId);
    }
    if (now === null || stuck.has(userProductId)) continue;
    if (!isDue(row.product, laterOf(now, row.product.lastEffectiveAt))) continue;
    await applyOrLeave(deps, reading, key);
    done = true;
  }
  return done;
}

async function applyOrLeave(
  deps: ReadAccountRowsDeps,
  { context, budget, stuck, whenTooMuchIsDue }: Reading,
  key: UserProductKey,
): Promise<void> {
  try {
    await deps.applyDue(key, context, budget);
  } catch (error) {
    const isShown = whenTooMuchIsDue === 'show' && error instanceof BusyError;
    if (!isShown && !(error instanceof SetAsideError)) throw error;
    stuck.add(key.userProductId);
  }
}

/** Read in the middle of a change: two living rows of one subscription, or an ended row without its successor. */
function isTorn(
  rows: readonly StoredUserProduct[],
  unreadable: readonly UnreadableUserProduct[],
): boolean {
  const ids = new Set<UserProductId>([
    ...rows.map((row) => row.product.id),
    ...unreadable.map((it) => it.id),
  ]);
  const living = rows.filter(({ product }) => isLiving(product));
  const chains = new Set(living.map(({ product }) => product.subscriptionId));
  const orphaned = rows.some(
    ({ product: { endedBy } }) => endedBy && !ids.has(endedBy.successorId),
  );
  return chains.size < living.length || orphaned;
}

function isLiving({ state }: UserProduct): boolean {
  return state !== 'deactivated';
}

/** Oldest first; of one chain and one instant, what ended before what followed it. */
function byAge({ product: a }: StoredUserProduct, { product: b }: StoredUserProduct): number {
  const place = (it: UserProduct): number => (it.endedBy === null ? 1 : 0);
  return a.createdAt - b.createdAt || a.lastSequence - b.lastSequence || place(a) - place(b);
}
