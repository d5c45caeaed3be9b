import type { ChangeDecision } from '../../domain/change/change-decision.js';
import type { ChangePolicy } from '../../domain/change/change-policy.js';
import { quoteOf } from '../../domain/change/change-quote.js';
import { decideChange } from '../../domain/change/decide-change.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type { Refusal } from '../../domain/user-product/refusal.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { ReadAsOfNow } from '../user-product/read-as-of-now.js';
import type { RequestChangeCommand } from './change-command.js';
import { findTarget } from './find-target.js';

type Preview<Reason extends string> =
  | {
      readonly allowed: true;
      readonly decision: ChangeDecision;
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
export type PreviewChange = <Reason extends string>(
  command: RequestChangeCommand,
  policy: ChangePolicy<Reason>,
) => Promise<ChangePreview<Reason> | null>;

export type PreviewChangeDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly readAsOfNow: ReadAsOfNow;
  readonly quotes: ChangeQuotes;
};

/** What a request to change would come to now, by the very decision that carries it out. Writes nothing. */
export function makePreviewChange(deps: PreviewChangeDeps): PreviewChange {
  return async (command, policy) => {
    const cached = await deps.readContext(command.organisationId);
    const seen = cached === null ? null : await deps.readAsOfNow(command, cached);
    if (cached === null || seen === null) return null;
    const { product, now } = seen;
    const found = await findTarget(deps.readContext, cached, { policy, named: command, product });
    if (found?.found !== true) return null;

    const { target, context } = found;
    const { catalogue, organisation } = context;
    const about = { context, timeZone: organisation.timeZone };
    const outcome = decideChange({ product, target, catalogue, now }, policy);
    if (!outcome.ok) return { allowed: false, refusals: outcome.refusals, ...about };

    const { decision } = outcome;
    const { behaviour } = policy;
    const identity = { packageCode: command.packageCode, periodId: target.period.id, behaviour };
    const { text, expiresAt } = deps.quotes.sign(quoteOf(product, { identity, decision, now }));
    return { allowed: true, decision, quote: text, quoteExpiresAt: expiresAt, ...about };
  };
}
