import type { ChangeDecision } from '../../domain/change/change-decision.js';
import type { ChangePolicy } from '../../domain/change/change-policy.js';
import { quoteOf } from '../../domain/change/change-quote.js';
import { decideChange } from '../../domain/change/decide-change.js';
import { settledTerms } from '../../domain/change/settled-terms.js';
import type { Instant, TimeZone } from '../../domain/time/instant.js';
import type {
  ChangeBehaviour,
  ChangeTerms,
  FrozenTarget,
} from '../../domain/user-product/change.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { AsOfNow, ReadAsOfNow } from '../user-product/read-as-of-now.js';
import type { RequestChangeCommand } from './change-command.js';
import { findTarget } from './find-target.js';
import { repeatIn } from './repeat-in.js';

/** What a change is on: as it would be decided now, or as it was settled when it was asked for before. */
type PreviewedChange = Pick<
  ChangeDecision,
  'kind' | 'rule' | 'effectiveAt' | 'target' | 'amounts'
> & { readonly next: Pick<ChangeDecision['next'], 'validTo'> };

type Preview<Reason extends string> =
  | {
      readonly allowed: true;
      readonly decision: PreviewedChange;
      readonly quote: string;
      /** Real time, UTC milliseconds. */
      readonly quoteExpiresAt: number;
    }
  | { readonly allowed: false; readonly refusals: readonly Refusal<Reason>[] };

export type ChangePreview<Reason extends string> = Preview<Reason> & {
  readonly context: OrganisationContext;
  readonly timeZone: TimeZone;
};

/** Null: the account, the user product, the package or the period is unknown. */
export type PreviewChange = <Reason extends string, Named>(
  command: RequestChangeCommand<Named>,
  policy: ChangePolicy<Reason, Named>,
  /** The user product, where whoever asks has just read it; absent: it is read. */
  known?: AsOfNow,
) => Promise<ChangePreview<Reason> | null>;

export type PreviewChangeDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly readAsOfNow: ReadAsOfNow;
  readonly quotes: ChangeQuotes;
};

/**
 * What a request to change would come to now, by the very decision that carries it out; where the same change was asked
 * for before, what that one is on. Writes nothing.
 */
export function makePreviewChange(deps: PreviewChangeDeps): PreviewChange {
  return async (command, policy, known) => {
    const cached = await deps.readContext(command.organisationId);
    const seen = known ?? (cached === null ? null : await deps.readAsOfNow(command, cached));
    if (cached === null || seen === null) return null;
    const { product, now } = seen;
    const { named } = command;
    const repeat = repeatIn(cached, policy, { named, product });
    if (repeat?.terms) {
      const { target, terms } = repeat;
      const asked = { ...seen, context: cached, behaviour: policy.behaviour };
      const decision = { ...terms, target, next: { validTo: terms.validTo } };
      return { decision, ...quoted(deps, asked, { target, terms }) };
    }
    const found = await findTarget(deps.readContext, cached, { policy, named, product });
    if (found?.found !== true) return null;

    const { target, context } = found;
    const { catalogue, organisation } = context;
    const { timeZone } = organisation;
    const outcome = decideChange({ product, target, catalogue, now }, policy);
    if (!outcome.ok) {
      return { allowed: false, refusals: outcome.refusals, context, timeZone };
    }
    const { decision } = outcome;
    const asked = { ...seen, context, behaviour: policy.behaviour };
    const settled = { target: decision.target, terms: settledTerms(decision) };
    return { decision, ...quoted(deps, asked, settled) };
  };
}

type Asked = {
  readonly product: UserProduct;
  readonly now: Instant;
  readonly context: OrganisationContext;
  readonly behaviour: ChangeBehaviour;
};

function quoted(
  { quotes }: PreviewChangeDeps,
  { product, now, context, behaviour }: Asked,
  settled: { readonly target: FrozenTarget; readonly terms: ChangeTerms },
) {
  const { text, expiresAt } = quotes.sign(quoteOf(product, { behaviour, ...settled, now }));
  const { timeZone } = context.organisation;
  return { allowed: true, quote: text, quoteExpiresAt: expiresAt, context, timeZone } as const;
}
