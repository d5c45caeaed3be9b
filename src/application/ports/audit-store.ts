import type { AuditEntryId, ClientId, OperatorId } from '../../domain/ids.js';
import type { OrganisationScope } from '../../domain/operators/operator.js';
import type { OperatorAction, Role } from '../../domain/operators/role.js';
import type { Instant } from '../../domain/time/instant.js';

/** `asked`: nothing more is known, as where the process died in the middle. */
export type AuditState = 'asked' | 'done' | 'refused' | 'failed';

export type AuditActor = `operator:${OperatorId}` | `client:${ClientId}` | 'system';

/** What something was before or after. Never a secret: the names that one would have are closed. */
export type AuditFacts = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
> & { readonly secret?: never; readonly token?: never; readonly password?: never };

/** What an operator did, or tried to. */
export type AuditEntry = {
  readonly id: AuditEntryId;
  /** `*`: it was about no one organisation. */
  readonly organisationId: OrganisationScope;
  /** Real time. */
  readonly at: Instant;
  readonly who: AuditActor;
  /** As it was then; null for whoever has none. */
  readonly role: Role | null;
  readonly action: OperatorAction;
  /** What it was about, each id by its name. */
  readonly ids: Readonly<Record<string, string>>;
  readonly before: AuditFacts | null;
  readonly after: AuditFacts | null;
  readonly requestId: string | null;
  readonly state: AuditState;
};

/** How an entry is closed: `ids` are added to those that were known. */
export type AuditOutcome = Pick<AuditEntry, 'ids' | 'after'> & {
  readonly state: Exclude<AuditState, 'asked'>;
};

export type AuditQuery = {
  /** Below this one; null: from the newest. */
  readonly before: AuditEntryId | null;
  readonly limit: number;
  /** Only this; absent: all. */
  readonly action?: OperatorAction;
  /** Only theirs; absent: everybody's. */
  readonly who?: AuditActor;
};

/** What operators did. Entries are written, closed once, and never removed. */
export type AuditStore = {
  insert(organisationId: OrganisationScope, entry: AuditEntry): Promise<void>;
  /** Nothing, where it is closed by now. */
  close(organisationId: OrganisationScope, entry: AuditEntry, outcome: AuditOutcome): Promise<void>;
  /** The newest first, by their ids: to the second, where several processes wrote. */
  list(organisationId: OrganisationScope, query: AuditQuery): Promise<readonly AuditEntry[]>;
};
