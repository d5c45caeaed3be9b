import { type OperatorId, toId } from '../../domain/ids.js';
import {
  type Membership,
  type Operator,
  parseEmail,
  parseOperatorName,
} from '../../domain/operators/operator.js';
import {
  areSameMemberships,
  membershipsByClaims,
  type ProviderRole,
} from '../../domain/operators/provider-roles.js';
import { type Instant, toInstant } from '../../domain/time/instant.js';
import type { ProvenIdentity } from '../ports/identity-provider.js';
import type { OperatorStore } from '../ports/operator-store.js';
import type { PageAccessStore } from '../ports/page-access-store.js';
import type { IdSource } from '../ports/surroundings.js';
import {
  beginConsoleSession,
  type BeginSessionDeps,
  type BegunSession,
} from './begin-console-session.js';
import { editOperator, type OperatorRefused } from './edit-operator.js';

export type ClaimsRefused = OperatorRefused<
  'no_role' | 'no_email' | 'email_taken' | 'operator_disabled' | 'another_operator'
>;

/** `sessionToken`: what this browser held until now. */
export type LogInByClaims = (command: {
  readonly proven: ProvenIdentity;
  readonly sessionToken: string | null;
  /** Nobody but this operator; null: whoever it is. */
  readonly only: OperatorId | null;
}) => Promise<{ readonly ok: true; readonly session: BegunSession } | ClaimsRefused>;

export type LogInByClaimsDeps = BeginSessionDeps & {
  readonly operators: Pick<OperatorStore, 'find' | 'findByIdentity' | 'insert' | 'replace'>;
  readonly pageAccess: BeginSessionDeps['pageAccess'] & Pick<PageAccessStore, 'removeSessionsOf'>;
  readonly ids: IdSource;
  readonly providerRoles: readonly ProviderRole[];
};

/** A proof that nobody has given a time for is never believed to be fresh. */
const longAgo = toInstant(0);

/**
 * Lets somebody in whom an identity provider knows. Its claims say what they are, anew at each log-in: what they were before
 * falls away, and with it what they had open. Whoever has no role by them does not come in (docs/spec/pages.md §10).
 */
export function makeLogInByClaims(deps: LogInByClaimsDeps): LogInByClaims {
  return async ({ proven, sessionToken, only }) => {
    const memberships = membershipsByClaims(deps.providerRoles, proven.claims);
    const known = await deps.operators.findByIdentity(proven.identity);
    if (only !== null && known?.id !== only) return { ok: false, failure: 'another_operator' };
    const found =
      known === null
        ? await addByClaims(deps, proven, memberships)
        : await takeRoles(deps, known, memberships);
    if (!found.ok) return found;
    const provedAt = provedAtOf(proven, deps.clock.now());
    const how = { provedAt, sessionToken };
    return { ok: true, session: await beginConsoleSession(deps, found.id, how) };
  };
}

type Found = { readonly ok: true; readonly id: OperatorId } | ClaimsRefused;

async function takeRoles(
  deps: LogInByClaimsDeps,
  { id }: Operator,
  memberships: readonly Membership[],
): Promise<Found> {
  const edited = await editOperator(deps, id, (operator) => {
    if (operator.disabled) return { ok: false, failure: 'operator_disabled' };
    const isSame = areSameMemberships(operator.memberships, memberships);
    return { ok: true, edits: isSame ? {} : { memberships } };
  });
  if (!edited.ok) return { ok: false, failure: 'operator_disabled' };
  if (edited.after !== edited.before) {
    await deps.pageAccess.removeSessionsOf({ kind: 'console', operatorId: id });
  }
  return memberships.length === 0 ? { ok: false, failure: 'no_role' } : { ok: true, id };
}

/** Somebody who comes for the first time. An address that another operator has is theirs alone: it proves nothing. */
async function addByClaims(
  { operators, ids }: LogInByClaimsDeps,
  proven: ProvenIdentity,
  memberships: readonly Membership[],
): Promise<Found> {
  if (memberships.length === 0) return { ok: false, failure: 'no_role' };
  const email = parseEmail(proven.email ?? '');
  if (email === null) return { ok: false, failure: 'no_email' };
  const { identity } = proven;
  const name = parseOperatorName((proven.name ?? '').slice(0, 100)) ?? email.slice(0, 100);
  const id = toId<OperatorId>(ids.next());
  const operator = { id, name, email, identity, memberships };
  const isNew = await operators.insert({
    ...{ ...operator, passkeys: [], disabled: false, version: 1 },
  });
  if (isNew) return { ok: true, id };
  const first = await operators.findByIdentity(identity);
  return first === null ? { ok: false, failure: 'email_taken' } : { ok: true, id: first.id };
}

/** As the provider says, never in the future. */
function provedAtOf({ authenticatedAt }: ProvenIdentity, now: Instant): Instant {
  return authenticatedAt === null ? longAgo : toInstant(Math.min(authenticatedAt, now));
}
