import { InvalidArgumentError } from 'commander';
import {
  parseId,
  type AccountId,
  type ChangeId,
  type EventId,
  type OrganisationId,
  type WebhookEndpointId,
} from '../domain/ids.js';
import type { OrganisationScope } from '../domain/operators/operator.js';
import { parseRole, type Role } from '../domain/operators/role.js';
import type { Instant } from '../domain/time/instant.js';
import { parseInstant } from '../domain/time/instant-text.js';
import { parseRelativeDate, type RelativeDate } from '../domain/time/relative-date.js';

function required<Value>(value: Value | null, problem: string): Value {
  if (value === null) throw new InvalidArgumentError(problem);
  return value;
}

const idProblem = 'It must be 24 hexadecimal characters.';

export const toOrganisationId = (raw: string): OrganisationId =>
  required(parseId<OrganisationId>(raw), idProblem);

/** `all`: every one. */
export const toOrganisationScope = (raw: string): OrganisationScope =>
  raw === 'all' ? '*' : required(parseId<OrganisationId>(raw), `${idProblem} Or all.`);

export const toRole = (raw: string): Role =>
  required(parseRole(raw), 'It must be viewer, support, editor or owner.');

export const toRoleOrNone = (raw: string): Role | 'none' => (raw === 'none' ? raw : toRole(raw));

export const toAccountId = (raw: string): AccountId => required(parseId<AccountId>(raw), idProblem);

export const toChangeId = (raw: string): ChangeId => required(parseId<ChangeId>(raw), idProblem);

export const toEventId = (raw: string): EventId => required(parseId<EventId>(raw), idProblem);

export const toWebhookEndpointId = (raw: string): WebhookEndpointId =>
  required(parseId<WebhookEndpointId>(raw), idProblem);

export const toInstantOption = (raw: string): Instant =>
  required(parseInstant(raw), 'It must be an ISO 8601 date and time with an offset or Z.');

/** Only forward: `1M`, `+10D`. */
export function toForwardStep(raw: string): RelativeDate {
  const step = parseRelativeDate(raw);
  return required(
    step !== null && step.amount > 0 ? step : null,
    'It must be a step ahead: 10D, 2W, 1M, 1Y.',
  );
}

/** A parser of whole numbers within bounds. */
export function toWholeNumber(least: number, most: number): (raw: string) => number {
  return (raw) => {
    const value = /^\d{1,12}$/.test(raw) ? Number(raw) : -1;
    const problem = `It must be a whole number from ${String(least)} to ${String(most)}.`;
    return required(value >= least && value <= most ? value : null, problem);
  };
}

/** Scopes as a token request separates them: by spaces. Each once. */
export function toScopes(raw: string): readonly string[] {
  const scopes = [...new Set(raw.split(/\s+/).filter((it) => it !== ''))];
  return required(scopes.length > 0 ? scopes : null, 'It must name at least one scope.');
}
