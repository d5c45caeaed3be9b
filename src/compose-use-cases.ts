import type { OrganisationNow } from './application/period-end/organisation-now.js';
import { makeOrganisationNow } from './application/period-end/organisation-now.js';
import { makeReadOrganisationContext } from './application/catalogue/read-organisation-context.js';
import { makeAppendEvents } from './application/change/append-events.js';
import { makeApplyDue } from './application/change/apply-due.js';
import { makeCommitUserProduct } from './application/change/commit-user-product.js';
import { makeDrainOutbox, makeDrainRows } from './application/change/drain-outbox.js';
import { makeListUserProducts } from './application/change/list-user-products.js';
import { makeLoadUserProduct } from './application/change/load-user-product.js';
import { makeRequestChange } from './application/change/request-change.js';
import { makeApplyAllDue } from './application/period-end/apply-all-due.js';
import { makeApplyDuePage } from './application/period-end/apply-due-page.js';
import { makeRunPeriodEnd } from './application/period-end/run-period-end.js';
import { makeReadTestClock, makeSetTestClock } from './application/period-end/test-clock.js';
import type { Clock } from './application/ports/clock.js';
import type { IdSource } from './application/ports/id-source.js';
import type { Log } from './application/ports/log.js';
import type { Pause } from './application/ports/pause.js';
import type { Random } from './application/ports/random.js';
import type { AccountStore } from './application/ports/account-store.js';
import type { CatalogueStore } from './application/ports/catalogue-store.js';
import type { ChangeStore } from './application/ports/change-store.js';
import type { DatabaseHealth } from './application/ports/database-health.js';
import type { EventLog } from './application/ports/event-log.js';
import type { OrganisationStore } from './application/ports/organisation-store.js';
import type { OutboxStore, UserProductStore } from './application/ports/user-product-store.js';
import { makeCheckReadiness } from './application/verification/check-readiness.js';

/** The stores that changing a subscription needs. */
export type ChangeStores = {
  readonly userProducts: UserProductStore;
  readonly outboxes: OutboxStore;
  readonly changes: ChangeStore;
  readonly events: EventLog;
  readonly catalogues: CatalogueStore;
  readonly organisations: OrganisationStore;
  readonly accounts: AccountStore;
  readonly database: DatabaseHealth;
};

/** What surrounds a process: time, chance, a log. Tests hand in their own. */
export type Surroundings = {
  readonly clock: Clock;
  readonly pause: Pause;
  readonly random: Random;
  readonly ids: IdSource;
  readonly log: Log;
  readonly exportingIntegrations: ReadonlySet<string>;
  readonly onCommitted: () => void;
};

export type UseCases = ReturnType<typeof composeUseCases>;

/** Wires ports to use cases, once. Knows no adapter, so that a test can hand in a store that fails where it is told to. */
export function composeUseCases(stores: ChangeStores, surroundings: Surroundings) {
  const shared = { ...stores, ...surroundings };
  const organisationNow: OrganisationNow = makeOrganisationNow(shared);
  const readContext = makeReadOrganisationContext(shared);
  const appendEvents = makeAppendEvents(shared);
  const drainRows = makeDrainRows({ ...shared, appendEvents });
  const drainOutbox = makeDrainOutbox({ ...shared, appendEvents, drainRows });
  const load = makeLoadUserProduct(shared);
  const commitUserProduct = makeCommitUserProduct({ ...shared, load, drainRows, organisationNow });
  const applyDue = makeApplyDue({ ...shared, commitUserProduct });
  const applyDuePage = makeApplyDuePage({ ...shared, drainRows });
  const applyAllDue = makeApplyAllDue({ ...shared, drainRows, drainOutbox, readContext });
  const clockDeps = { ...shared, applyAllDue };
  return {
    requestChange: makeRequestChange({ ...shared, readContext, commitUserProduct }),
    listUserProducts: makeListUserProducts({
      ...shared,
      readContext,
      organisationNow,
      load,
      applyDue,
    }),
    runPeriodEnd: makeRunPeriodEnd({ ...shared, readContext, organisationNow, applyDuePage }),
    drainOutbox,
    organisationNow,
    readTestClock: makeReadTestClock(clockDeps),
    setTestClock: makeSetTestClock(clockDeps),
    checkReadiness: makeCheckReadiness(shared),
  };
}
