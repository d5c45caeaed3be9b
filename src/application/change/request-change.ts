import type { ChangeTarget } from '../../domain/change/change-decision.js';
import { decideChange } from '../../domain/change/decide-change.js';
import {
  isQuoteOf,
  movedSince,
  quoteOf,
  type ChangeQuote,
} from '../../domain/change/change-quote.js';
import { findRepeat } from '../../domain/change/find-repeat.js';
import { makePaywayPolicy } from '../../domain/change/payway/payway-policy.js';
import type { Refusal } from '../../domain/change/payway/payway-refusal.js';
import { type ChangeId, toId, type UserProductId } from '../../domain/ids.js';
import type { Instant } from '../../domain/time/instant.js';
import { carryOutChange } from '../../domain/change/carry-out-change.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { IdSource } from '../ports/surroundings.js';
import type { RequestChange, RequestChangeCommand } from './change-command.js';
import { transitionIds } from '../commit/build-commit.js';
import { findTarget, targetIn } from './find-target.js';
import { unguarded } from '../commit/write-guards.js';
import type { Ruling, WriteUserProduct } from '../commit/write-user-product.js';

export type RequestChangeDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly writeUserProduct: WriteUserProduct;
  readonly quotes: ChangeQuotes;
  readonly ids: IdSource;
  /** Integration codes that support export of upgrade and downgrade. */
  readonly exportingIntegrations: ReadonlySet<string>;
};

type Failed = Extract<Ruling<Refusal>, { rule: 'fail' }>['failed'];

/** Changes what a subscription is on: at once for an upgrade, at the end of its period for the rest. */
export function makeRequestChange(deps: RequestChangeDeps): RequestChange {
  return async (command, guards = unguarded) => {
    const { organisationId, accountId, userProductId } = command;
    const context = await deps.readContext(organisationId);
    if (context === null) return { ok: false, failure: 'not_found' };
    const changeId = toId<ChangeId>(deps.ids.next());
    const successorId = toId<UserProductId>(deps.ids.next());
    return deps.writeUserProduct<Refusal>({
      key: { organisationId, accountId, userProductId },
      context,
      changeId,
      guards,
      repeatOf: (product) => repeatOf(product, command, context),
      rule: (product, now) => rule(deps, { command, context, product, now, changeId, successorId }),
      idOfDone: (product) => idOfDone(product, changeId),
    });
  };
}

type Question = {
  readonly command: RequestChangeCommand;
  readonly context: OrganisationContext;
  readonly product: UserProduct;
  readonly now: Instant;
  readonly changeId: ChangeId;
  readonly successorId: UserProductId;
};

/** The quote, the target, the rules; with a quote all of it as of the instant that it was given for. */
async function rule(deps: RequestChangeDeps, question: Question): Promise<Ruling<Refusal>> {
  const { command, context, product } = question;
  const quoted = readQuote(deps, command, product);
  if ('failed' in quoted) return failed(quoted.failed);

  const found = await findTarget(deps.readContext, context, { name: command, product });
  if (found === null) {
    return failed(quoted.quote === null ? { ok: false, failure: 'not_found' } : targetGone);
  }
  if (found === 'no_default') return failed(noDefault(product));
  const { target, context: fresh } = found;
  return decide(deps, { ...question, context: fresh }, { target, quote: quoted.quote });
}

type Asked = { readonly target: ChangeTarget; readonly quote: ChangeQuote | null };

function decide(
  deps: RequestChangeDeps,
  question: Question,
  { target, quote }: Asked,
): Ruling<Refusal> {
  const { command, product, changeId, successorId } = question;
  const { catalogue } = question.context;
  const { behaviour, requestedBy } = command;
  const now = quote?.decidedAt ?? question.now;
  const { exportingIntegrations } = deps;
  const policy = makePaywayPolicy({ behaviour, exportingIntegrations });
  const outcome = decideChange({ product, target, catalogue, now }, policy);
  if (!outcome.ok) return failed(refusedFor(outcome.refusals, quote));
  const { decision } = outcome;
  const moved =
    quote === null ? [] : movedSince(quote, quoteOf(product, { identity: quote, decision, now }));
  if (moved.length > 0) return failed({ ok: false, failure: 'quote_moved', moved });

  const ids = transitionIds(deps.ids, successorId);
  const change = { product, decision, changeId, requestedBy, catalogue, ids, now };
  const transition = carryOutChange(change);
  return { rule: 'commit', id: transition.next.endedBy?.answerId ?? product.id, transition };
}

/** By the period that is meant now where none is named. */
function repeatOf(
  product: UserProduct,
  command: RequestChangeCommand,
  context: OrganisationContext,
): UserProductId | null {
  const found = command.periodId === null ? targetIn(context, { name: command, product }) : null;
  const isFound = found !== null && found !== 'no_default';
  const periodId = command.periodId ?? (isFound ? found.target.period.id : null);
  return periodId === null ? null : findRepeat(product, { ...command, periodId });
}

/** No payment period may be taken unasked: none has the same method and is a month long, as the current one is. */
function noDefault({ soldPeriod }: UserProduct): Failed {
  const facts = {
    source_payment_method: soldPeriod.paymentMethod,
    source_iteration_type: soldPeriod.interval.unit,
    source_iteration_length: soldPeriod.interval.length,
  };
  return {
    ok: false,
    failure: 'refused',
    refusals: [{ reason: 'payment_period_mismatch', facts }],
  };
}

/** What was allowed when it was quoted and no longer is has moved (payway-api.md §2); without a quote it is refused. */
function refusedFor(refusals: readonly [Refusal, ...Refusal[]], quote: ChangeQuote | null): Failed {
  if (quote === null) return { ok: false, failure: 'refused', refusals };
  const moved = refusals.map(({ reason }) => `what the rule ${reason} looks at`);
  return { ok: false, failure: 'quote_moved', moved };
}

const targetGone: Failed = {
  ok: false,
  failure: 'quote_moved',
  moved: ['the package or its payment period'],
};

function failed(why: Failed): Ruling<Refusal> {
  return { rule: 'fail', failed: why };
}

type ReadQuote = { readonly quote: ChangeQuote | null } | { readonly failed: Failed };

/** The quote that a request carries, null without one; or why it does not hold, as far as can be told without rules. */
function readQuote(
  { quotes }: RequestChangeDeps,
  command: RequestChangeCommand,
  { version }: UserProduct,
): ReadQuote {
  if (command.quote === undefined) return { quote: null };
  const known = quotes.read(command.quote);
  if (known === null) return { failed: { ok: false, failure: 'quote_unreadable' } };
  const { quote, isExpired } = known;
  const moved = [
    ...(isQuoteOf(quote, { ...command, periodId: command.periodId ?? '' }) ? [] : ['the request']),
    ...(isExpired ? ['the time that it was good for'] : []),
    ...(quote.version === version ? [] : ['the version of the user product']),
  ];
  return moved.length > 0 ? { failed: { ok: false, failure: 'quote_moved', moved } } : { quote };
}

/** The very change was committed by an earlier try: it ended this user product, or waits (or waited) in it. */
function idOfDone(product: UserProduct, changeId: ChangeId): UserProductId {
  const ended = product.endedBy?.changeId === changeId ? product.endedBy : null;
  return ended?.answerId ?? product.id;
}
