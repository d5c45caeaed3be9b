import { carryOutChange } from '../../domain/change/carry-out-change.js';
import type { ChangeTarget } from '../../domain/change/change-decision.js';
import type { ChangePolicy } from '../../domain/change/change-policy.js';
import { type ChangeQuote, movedSince, quoteOf } from '../../domain/change/change-quote.js';
import { decideChange } from '../../domain/change/decide-change.js';
import { settledTerms } from '../../domain/change/settled-terms.js';
import type { ChangeId, UserProductId } from '../../domain/ids.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { Attempt, ProposedCommit } from '../commit/attempts.js';
import { transitionIds } from '../commit/build-commit.js';
import { unknownTarget, type WriteFailure } from '../commit/write-result.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { IdSource } from '../ports/surroundings.js';
import type { RequestChangeCommand } from './change-command.js';
import { findTarget } from './find-target.js';
import { quoteOfRepeat, readQuote } from './read-quote.js';
import { repeatIn } from './repeat-in.js';

export type DecideRequestDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly quotes: Pick<ChangeQuotes, 'read'>;
  readonly ids: IdSource;
};

/** A request, the row that it meets, and the ids that it was given once for all tries. */
export type Question<Reason extends string, Named> = {
  readonly command: RequestChangeCommand<Named>;
  readonly policy: ChangePolicy<Reason, Named>;
  readonly context: OrganisationContext;
  readonly attempt: Pick<Attempt, 'product' | 'now'>;
  readonly changeId: ChangeId;
  readonly successorId: UserProductId;
};

/**
 * What the same change was answered with before, by the period that is meant now where none is named; or why the quote
 * that comes with the request is not of that change; null: it is new.
 */
export function answerToRepeat<Reason extends string, Named>(
  { quotes }: Pick<DecideRequestDeps, 'quotes'>,
  { command, policy, context, attempt: { product } }: Question<Reason, Named>,
): { readonly id: UserProductId } | WriteFailure<never> | null {
  const repeat = repeatIn(context, policy, { named: command.named, product });
  if (repeat === null) return null;
  return quoteOfRepeat(quotes, { command, policy, context, product }, repeat) ?? repeat;
}

/** The quote, the target, the rules: what is to be committed, or why nothing is. */
export async function decideRequest<Reason extends string, Named>(
  deps: DecideRequestDeps,
  question: Question<Reason, Named>,
): Promise<ProposedCommit | WriteFailure<Reason>> {
  const { command, policy, context, attempt } = question;
  const { product } = attempt;
  const { named } = command;
  const quoted = readQuote(deps.quotes, { command, policy, context, ...attempt });
  if ('failure' in quoted) return quoted;

  const found = await findTarget(deps.readContext, context, { policy, named, product });
  if (found === null) return quoted.quote === null ? unknownTarget : targetGone;
  if (!found.found) return { ok: false, failure: 'refused', refusals: found.refusals };
  const { target, context: fresh } = found;
  return decide(deps, { ...question, context: fresh }, { target, quote: quoted.quote });
}

type Asked = { readonly target: ChangeTarget; readonly quote: ChangeQuote | null };

/** With a quote all of it is decided as of the instant that the quote was given for (docs/spec/payway-api.md §2). */
function decide<Reason extends string, Named>(
  deps: DecideRequestDeps,
  { command, policy, context, attempt, changeId, successorId }: Question<Reason, Named>,
  { target, quote }: Asked,
): ProposedCommit | WriteFailure<Reason> {
  const { product } = attempt;
  const { catalogue } = context;
  const now = quote?.decidedAt ?? attempt.now;
  const outcome = decideChange({ product, target, catalogue, now }, policy);
  if (!outcome.ok) return refusedFor(outcome.refusals, quote);
  const { decision } = outcome;
  const { behaviour } = policy;
  const settled = { behaviour, target: decision.target, terms: settledTerms(decision) };
  const moved = quote === null ? [] : movedSince(quote, quoteOf(product, { ...settled, now }));
  if (moved.length > 0) return { ok: false, failure: 'quote_moved', moved };

  const ids = transitionIds(deps.ids, successorId);
  const { requestedBy, sendsCreditNote = false } = command;
  const asked = { changeId, requestedBy, sendsCreditNote };
  const change = { ...asked, product, decision, catalogue, ids, now };
  const transition = carryOutChange(change);
  return { id: transition.next.endedBy?.answerId ?? product.id, transition };
}

/**
 * What was allowed when it was quoted and no longer is has moved (docs/spec/payway-api.md §2); without a quote it is
 * refused.
 */
function refusedFor<Reason extends string>(
  refusals: readonly [Refusal<Reason>, ...Refusal<Reason>[]],
  quote: ChangeQuote | null,
): WriteFailure<Reason> {
  if (quote === null) return { ok: false, failure: 'refused', refusals };
  const moved = refusals.map(({ reason }) => `what the rule ${reason} looks at`);
  return { ok: false, failure: 'quote_moved', moved };
}

const targetGone: WriteFailure<never> = {
  ok: false,
  failure: 'quote_moved',
  moved: ['the package or its payment period'],
};
