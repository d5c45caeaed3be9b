import type { Audited } from '../../application/audit/audited.js';
import type { ReadOrganisationContext } from '../../application/catalogue/organisation-context.js';
import type { Clock } from '../../application/ports/surroundings.js';
import type { ReadPageSession } from '../../application/portal/read-page-session.js';
import type { ReadConsoleOperator } from '../../application/operators/read-console-operator.js';
import type { AccessDeps } from './access/access-deps.js';
import type { DevelopersDeps } from './developers/developers-deps.js';
import type { SettingsDeps } from './settings/settings-deps.js';

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
  DevelopersDeps &
  SettingsDeps & {
    readonly readPageSession: ReadPageSession;
    readonly readConsoleOperator: ReadConsoleOperator;
    readonly readContext: ReadOrganisationContext;
  };
