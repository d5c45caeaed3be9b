import type { ChangeDecision, DecisionOutcome } from '../../domain/change/change-decision.js';
import { quoteOf } from '../../domain/change/change-quote.js';
import { decideChange } from '../../domain/change/decide-change.js';
import { makePaywayPolicy } from '../../domain/change/payway/payway-policy.js';
import type { Refusal } from '../../domain/change/payway/payway-refusal.js';
import type { TimeZone } from '../../domain/time/instant.js';
import type {
  OrganisationContext,
  ReadOrganisationContext,
} from '../catalogue/organisation-context.js';
import type { ChangeQuotes } from '../ports/change-quotes.js';
import type { RequestChangeCommand } from './change-command.js';
import { findTarget } from './find-target.js';
import type { LookAhead } from '../user-product/read-as-of-now.js';

type Preview =
  | {
      readonly allowed: true;
      readonly decision: ChangeDecision;
      readonly quote: string;
      /** Real time, UTC milliseconds. */
      readonly quoteExpiresAt: number;
    }
  | { readonly allowed: false; readonly refusals: readonly Refusal[] };

export type ChangePreview = Preview & {
  readonly context: OrganisationContext;
  readonly timeZone: TimeZone;
};

/** Null: the account, the user product, the package or the period is unknown. */
export type PreviewChange = (command: RequestChangeCommand) => Promise<ChangePreview | null>;

export type PreviewChangeDeps = {
  readonly readContext: ReadOrganisationContext;
  readonly lookAhead: LookAhead;
  readonly quotes: ChangeQuotes;
  readonly exportingIntegrations: ReadonlySet<string>;
};

/** What a request to change would come to now, by the very decision that carries it out. Writes nothing. */
export function makePreviewChange(deps: PreviewChangeDeps): PreviewChange {
  return async (command) => {
    const context = await deps.readContext(command.organisationId);
    const seen = context === null ? null : await deps.lookAhead(command, context);
    if (context === null || seen === null) return null;
    const { product, now } = seen;
    const found = await findTarget(deps.readContext, context, { name: command, product });
    if (found === null || found === 'no_default') return null;

    const { catalogue, organisation } = found.context;
    const { behaviour, packageCode } = command;
    const { exportingIntegrations } = deps;
    const policy = makePaywayPolicy({ behaviour, exportingIntegrations });
    const outcome = decideChange({ product, target: found.target, catalogue, now }, policy);
    const identity = { packageCode, periodId: found.target.period.id, behaviour };
    const sign = (decision: ChangeDecision) =>
      deps.quotes.sign(quoteOf(product, { identity, decision, now }));
    const about = { context: found.context, timeZone: organisation.timeZone };
    return { ...previewOf(outcome, sign), ...about };
  };
}

function previewOf(
  outcome: DecisionOutcome,
  sign: (decision: ChangeDecision) => ReturnType<ChangeQuotes['sign']>,
): Preview {
  if (!outcome.ok) return { allowed: false, refusals: outcome.refusals };
  const { decision } = outcome;
  const { text, expiresAt } = sign(decision);
  return { allowed: true, decision, quote: text, quoteExpiresAt: expiresAt };
}
