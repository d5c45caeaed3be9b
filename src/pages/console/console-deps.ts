import type { Audited } from '../../application/audit/audited.js';
import type { ReadOrganisationContext } from '../../application/catalogue/organisation-context.js';
import type { ReadConsoleOperator } from '../../application/operators/read-console-operator.js';
import type { ReadPageSession } from '../../application/portal/read-page-session.js';
import type { Clock } from '../../application/ports/surroundings.js';
import type { AccessDeps } from './access/access-deps.js';
import type { AccountsDeps } from './accounts/accounts-deps.js';
import type { AuditDeps } from './audit/list.js';
import type { DevelopersDeps } from './developers/developers-deps.js';
import type { GroupsDeps } from './groups/groups-deps.js';
import type { OperatorsDeps } from './operators/operators-deps.js';
import type { SettingsDeps } from './settings/settings-deps.js';
import type { SubscriptionDeps } from './subscription/subscription-deps.js';
import type { SubscriptionListDeps } from './subscriptions/subscriptions-deps.js';
import type { TodayDeps } from './today/today-deps.js';

/** What pages of every part of the console use. */
export type CommonConsoleDeps = {
  readonly audited: Audited;
  /** Real time. */
  readonly clock: Clock;
  /** For one rendering of a form. */
  readonly newKey: () => string;
  readonly isLoopbackAllowed: boolean;
};

/** Everything that the console asks of the application. */
export type ConsoleDeps = CommonConsoleDeps &
  AccessDeps &
  TodayDeps &
  SubscriptionListDeps &
  SubscriptionDeps &
  AccountsDeps &
  GroupsDeps &
  DevelopersDeps &
  SettingsDeps &
  OperatorsDeps &
  AuditDeps & {
    readonly readPageSession: ReadPageSession;
    readonly readConsoleOperator: ReadConsoleOperator;
    readonly readContext: ReadOrganisationContext;
  };
