import type { OperatorId, OrganisationId } from '../ids.js';
import type { Instant } from '../time/instant.js';
import { isAtLeast, type Role } from './role.js';

/** One organisation, or `*`: every one that there is, and that there will be. */
export type OrganisationScope = OrganisationId | '*';

export type Membership = { readonly organisationId: OrganisationScope; readonly role: Role };

/** A key pair of an authenticator; we have its public half. All texts are base64url. */
export type Passkey = {
  readonly id: string;
  readonly publicKey: string;
  /** How often it was used, as it said last; 0 for one that does not count. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly addedAt: Instant;
  /** When the log-in began that it has answered last: it answers none that began before, nor the same again. Null: none yet. */
  readonly answeredAt: Instant | null;
};

/** Somebody who works at the console. Can be disabled but not deleted: what they did stays theirs. */
export type Operator = {
  readonly id: OperatorId;
  readonly name: string;
  /** In lower case; no two have the same. */
  readonly email: string;
  /** Whom an identity provider says they are: its address and their name there; null: they never came that way. */
  readonly identity: string | null;
  readonly passkeys: readonly Passkey[];
  /** One for each organisation at most. */
  readonly memberships: readonly Membership[];
  readonly disabled: boolean;
  /** Counts the writes. */
  readonly version: number;
};

const mostNameLength = 100;
const mostEmailLength = 254;

/** What an operator is to that organisation, the most of what they are there and everywhere; null: nothing. */
export function roleIn(
  { memberships }: Pick<Operator, 'memberships'>,
  organisationId: OrganisationScope,
): Role | null {
  const own = memberships.filter(
    (it) => it.organisationId === '*' || it.organisationId === organisationId,
  );
  return own.reduce<Role | null>(
    (most, { role }) => (most !== null && isAtLeast(most, role) ? most : role),
    null,
  );
}

/**
 * Whether all that an operator may do lies within that scope. Who owns one organisation may not switch off, or make a
 * way in for, somebody who is more than that.
 */
export function isWithin(
  { memberships }: Pick<Operator, 'memberships'>,
  scope: OrganisationScope,
): boolean {
  return scope === '*' || memberships.every((it) => it.organisationId === scope);
}

/** The same memberships with that role in that organisation; with null, without it. */
export function withRole(
  memberships: readonly Membership[],
  organisationId: OrganisationScope,
  role: Role | null,
): readonly Membership[] {
  const others = memberships.filter((it) => it.organisationId !== organisationId);
  return role === null ? others : [...others, { organisationId, role }];
}

/** A name without what surrounds it; null where it is empty, longer than 100 characters, or holds a control character. */
export function parseOperatorName(raw: string): string | null {
  const name = raw.trim();
  return name === '' || name.length > mostNameLength || /\p{Cc}/u.test(name) ? null : name;
}

/** An e-mail address in lower case; null for what can be none. Example: `Ada@Example.com` is `ada@example.com`. */
export function parseEmail(raw: string): string | null {
  const email = raw.trim().toLowerCase();
  return email.length <= mostEmailLength && /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email)
    ? email
    : null;
}
