import type { Log } from '../application/ports/log.js';
import type { OperatorApplication } from './command-deps.js';

type Facts = Readonly<Record<string, unknown>>;

/** After a command that was not refused: what to say of it, or null where it changed nothing. */
type Told = <Command, Result extends { readonly ok: boolean }>(
  action: string,
  run: (command: Command) => Promise<Result>,
  factsOf: (command: Command, result: Extract<Result, { ok: true }>) => Facts | null,
) => (command: Command) => Promise<Result>;

/**
 * The same application, where whatever an operator changes leaves a line in the log, once it is done: what was done and
 * to whom, never a secret. What is only looked at, refused or tried out leaves none.
 */
export function audited(application: OperatorApplication, log: Log): OperatorApplication {
  const tell = (action: string, facts: Facts): void => {
    log.info('operator command', { audit: true, action, ...facts });
  };
  const told: Told = (action, run, factsOf) => async (command) => {
    const result = await run(command);
    const facts = result.ok
      ? factsOf(command, result as Extract<typeof result, { ok: true }>)
      : null;
    if (facts !== null) tell(action, facts);
    return result;
  };
  return {
    ...application,
    ...auditedClients(application, told),
    ...auditedEndpoints(application, told),
    ...auditedData(application, told),
    // A line a page would be thousands; so it is told when it begins.
    importPages: (options) => {
      if (!options.isDryRun) tell('import of rows', {});
      return application.importPages(options);
    },
  };
}

function auditedClients(application: OperatorApplication, told: Told) {
  const keyOf = ({ organisationId, id }: { organisationId: string; id: string }): Facts => ({
    organisationId,
    clientId: id,
  });
  return {
    addClient: told('client add', application.addClient, keyOf),
    disableClient: told('client disable', application.disableClient, keyOf),
    enableClient: told('client enable', application.enableClient, keyOf),
    rotateClientSecret: told('client rotate-secret', application.rotateClientSecret, keyOf),
  };
}

/** Never the address: it may hold a password, or a name that nobody may guess. */
function auditedEndpoints(application: OperatorApplication, told: Told) {
  return {
    registerEndpoint: told(
      'webhook add',
      application.registerEndpoint,
      ({ organisationId }, { endpoint }) => ({ organisationId, endpointId: endpoint.id }),
    ),
    removeEndpoint: told(
      'webhook remove',
      application.removeEndpoint,
      ({ organisationId, id: endpointId }) => ({ organisationId, endpointId }),
    ),
    skipEvents: told('webhook skip', application.skipEvents, (organisationId, { endpoints }) => ({
      organisationId,
      endpoints,
    })),
    replayEvents: told(
      'webhook replay',
      application.replayEvents,
      ({ organisationId, id: endpointId }, { queued }) => ({ organisationId, endpointId, queued }),
    ),
  };
}

function auditedData(application: OperatorApplication, told: Told) {
  return {
    setTestClock: told(
      'clock set',
      application.setTestClock,
      ({ organisationId, at }, { applied }) => ({
        organisationId,
        to: new Date(at).toISOString(),
        applied,
      }),
    ),
    undoChange: told(
      'change undo',
      application.undoChange,
      ({ organisationId, changeId }, { id: userProductId }) => ({
        organisationId,
        changeId,
        userProductId,
      }),
    ),
    importOrganisations: told(
      'import',
      application.importOrganisations,
      ({ organisations, isDryRun }) =>
        isDryRun ? null : { organisationIds: organisations.map((it) => it.organisation.id) },
    ),
    removeOrganisations: told(
      'demo reset',
      application.removeOrganisations,
      (organisationIds, { documents }) => ({ organisationIds, documents }),
    ),
    eraseAccount: told(
      'account erase',
      application.eraseAccount,
      ({ organisationId, accountId, isDryRun }) =>
        isDryRun ? null : { organisationId, accountId },
    ),
  };
}
