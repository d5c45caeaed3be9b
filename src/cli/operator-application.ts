import type {
  AddClient,
  ListClients,
  RotateClientSecret,
  SwitchClient,
} from '../application/authorization/manage-clients.js';
import type { UndoChange } from '../application/change/undo-change.js';
import type { EraseAccount } from '../application/erasure/erase-account.js';
import type { ExportOrganisations } from '../application/export/export-organisations.js';
import type { ImportOrganisations } from '../application/import/import-organisations.js';
import type { RemoveOrganisations } from '../application/import/remove-organisations.js';
import type { ReadTestClock, SetTestClock } from '../application/clock/test-clock.js';
import type { CreatePortalSession } from '../application/portal/create-portal-session.js';
import type { SetLogo } from '../application/portal/set-logo.js';
import type { AddOperator } from '../application/operators/add-operator.js';
import type { FindOperator } from '../application/operators/find-operator.js';
import type { ListOperators } from '../application/operators/list-operators.js';
import type { MakeOperatorLink } from '../application/operators/make-operator-link.js';
import type { SetOperatorRole } from '../application/operators/set-operator-role.js';
import type { SwitchOperator } from '../application/operators/switch-operator.js';
import type { AccessTokens } from '../application/ports/access-tokens.js';
import type { Clock } from '../application/ports/surroundings.js';
import type { ClientStore } from '../application/ports/client-store.js';
import type { OrganisationStore } from '../application/ports/organisation-store.js';
import type { OutboxStore } from '../application/ports/user-product-store.js';
import type { VerifyInstallation } from '../application/verification/verify-installation.js';
import type {
  ListEndpoints,
  RegisterEndpoint,
  RemoveEndpoint,
} from '../application/webhooks/manage-endpoints.js';
import type { ReplayEvents } from '../application/webhooks/replay-events.js';
import type { SkipEvents } from '../application/webhooks/skip-events.js';
import type { Config } from '../config/config.js';

/** Where a command reads what is not to be an argument: `process.stdin`, or a test's own. */
export type Input = AsyncIterable<Uint8Array>;

/** Where a command writes: `process.stdout`, or a test's own. */
export type Output = {
  write(text: string): unknown;
  /** Whether a person looks on. */
  readonly isTTY?: boolean;
};

/** What the commands ask of an application that is connected to its database. */
export type OperatorApplication = {
  readonly clock: Clock;
  readonly organisations: Pick<OrganisationStore, 'find'>;
  readonly clients: Pick<ClientStore, 'find'>;
  readonly outboxes: Pick<OutboxStore, 'findDrainable'>;
  readonly accessTokens: Pick<AccessTokens, 'issue'>;
  readonly addClient: AddClient;
  readonly listClients: ListClients;
  readonly disableClient: SwitchClient;
  readonly enableClient: SwitchClient;
  readonly rotateClientSecret: RotateClientSecret;
  readonly addOperator: AddOperator;
  readonly findOperator: FindOperator;
  readonly listOperators: ListOperators;
  readonly disableOperator: SwitchOperator;
  readonly enableOperator: SwitchOperator;
  readonly setOperatorRole: SetOperatorRole;
  readonly makeOperatorLink: MakeOperatorLink;
  readonly registerEndpoint: RegisterEndpoint;
  readonly listEndpoints: ListEndpoints;
  readonly removeEndpoint: RemoveEndpoint;
  readonly replayEvents: ReplayEvents;
  readonly skipEvents: SkipEvents;
  readonly undoChange: UndoChange;
  readonly createPortalSession: CreatePortalSession;
  readonly setLogo: SetLogo;
  readonly readTestClock: ReadTestClock;
  readonly setTestClock: SetTestClock;
  readonly importOrganisations: ImportOrganisations;
  readonly exportOrganisations: ExportOrganisations;
  readonly eraseAccount: EraseAccount;
  readonly removeOrganisations: RemoveOrganisations;
  readonly verifyInstallation: VerifyInstallation;
  close(): Promise<void>;
};

/** Connects: to MONGODB_URI, to a server that runs on DATA_DIR, or to the folder itself (docs/architecture.md §9). */
export type OpenApplication = (config: Config) => Promise<OperatorApplication>;

/** The processes that run until they are told to stop; each answers the exit code. */
export type Processes = {
  serve(config: Config, options: { readonly worker: boolean }): Promise<number>;
  worker(config: Config): Promise<number>;
  /** The connection string of the database that is used; null where there is no MONGODB_URI and no server runs. */
  findDatabase(config: Config): Promise<string | null>;
  /** Prints its connection string as the first line on stdout when it listens; 0 takes any free port. */
  embeddedMongo(config: Config, options: { readonly port: number }): Promise<number>;
};
