import type { OrganisationId } from '../../domain/ids.js';

/** A promise that does not hold, with the ids to look it up by. */
export type Finding = {
  readonly organisationId: OrganisationId | null;
  readonly promise:
    | 'index_missing'
    | 'two_living_user_products'
    | 'successor_not_inserted'
    | 'successor_lost'
    | 'outbox_not_drained'
    | 'pending_change_overdue'
    | 'user_product_set_aside'
    | 'user_product_unreadable'
    | 'invariant_broken'
    | 'position_gap'
    | 'sequence_gap'
    | 'event_lost'
    | 'event_before_its_predecessor'
    | 'paid_inconsistent'
    | 'value_above_paid'
    | 'document_number_gap'
    | 'document_number_repeated'
    | 'document_lost'
    | 'credited_too_much'
    | 'paid_differs'
    | 'period_not_invoiced'
    | 'period_invoiced_twice'
    | 'tier_lost';
  readonly facts: Readonly<Record<string, string | number>>;
};

/** What does no harm by itself, and may come of two writes that meet: told, and no failure. */
const warnings: ReadonlySet<Finding['promise']> = new Set<Finding['promise']>(['tier_lost']);

export function isWarning({ promise }: Finding): boolean {
  return warnings.has(promise);
}

export type ReportFinding = (finding: Finding) => void;

/** How long what happens in the background may take before it counts as not happening. */
export const graceMs = 60_000;

export const pageSize = 500;
