import type { ImportOrganisations } from '../application/import/import-organisations.js';
import type { Log } from '../application/ports/log.js';
import type { OperatorApplication } from './operator-application.js';

type Facts = Readonly<Record<string, unknown>>;

type WriteLine = (action: string, facts: Facts) => void;

/** The same use case, which writes a line once it is done; `factsOf` answers null if it changed nothing. */
type Audited = <Command, Result extends { readonly ok: boolean }>(
  action: string,
  run: (command: Command) => Promise<Result>,
  factsOf: (command: Command, result: Extract<Result, { ok: true }>) => Facts | null,
) => (command: Command) => Promise<Result>;

/**
 * The same application, where whatever an operator changes leaves a line in the log, once it is done: what was done and
 * to whom, never a secret. What is only looked at, refused or tried out leaves none.
 */
export function withAuditLog(application: OperatorApplication, log: Log): OperatorApplication {
  const writeLine: WriteLine = (action, facts) => {
    log.info('operator command', { audit: true, action, ...facts });
  };
  const audited: Audited = (action, run, factsOf) => async (command) => {
    const result = await run(command);
    const facts = result.ok
      ? factsOf(command, result as Extract<typeof result, { ok: true }>)
      : null;
    if (facts !== null) writeLine(action, facts);
    return result;
  };
  return {
    ...application,
    ...auditedClients(application, audited),
    ...auditedEndpoints(application, audited),
    ...auditedOperators(application, audited),
    ...auditedData(application, audited),
    importOrganisations: auditedImport(application.importOrganisations, writeLine),
  };
}

/** A document has one line when it is written. Rows have one when they begin: one for each page would be thousands. */
function auditedImport(
  importOrganisations: ImportOrganisations,
  writeLine: WriteLine,
): ImportOrganisations {
  return (command) => {
    const imported = importOrganisations(command);
    if (command.isDryRun) return imported;
    if (command.source.format === 'document') return auditedPages(imported, writeLine);
    writeLine('import of rows', {});
    return imported;
  };
}

async function* auditedPages(
  pages: ReturnType<ImportOrganisations>,
  writeLine: WriteLine,
): ReturnType<ImportOrganisations> {
  for await (const it of pages) {
    const organisationIds = it.page.organisations.map(({ organisation }) => organisation.id);
    if (it.faults.length === 0) writeLine('import', { organisationIds });
    yield it;
  }
}

function auditedClients(application: OperatorApplication, audited: Audited) {
  const keyOf = ({ organisationId, id }: { organisationId: string; id: string }): Facts => ({
    organisationId,
    clientId: id,
  });
  return {
    addClient: audited('client add', application.addClient, keyOf),
    disableClient: audited('client disable', application.disableClient, keyOf),
    enableClient: audited('client enable', application.enableClient, keyOf),
    rotateClientSecret: audited('client rotate-secret', application.rotateClientSecret, keyOf),
  };
}

/** Never a link: whoever holds it is that operator. */
function auditedOperators(application: OperatorApplication, audited: Audited) {
  const keyOf = ({ id }: { id: string }): Facts => ({ operatorId: id });
  return {
    addOperator: audited(
      'operator add',
      application.addOperator,
      ({ organisationId, role }, { id }) => ({ operatorId: id, organisationId, role }),
    ),
    disableOperator: audited('operator disable', application.disableOperator, keyOf),
    enableOperator: audited('operator enable', application.enableOperator, keyOf),
    setOperatorRole: audited(
      'operator role',
      application.setOperatorRole,
      ({ id, organisationId, role }) => ({ operatorId: id, organisationId, role }),
    ),
    makeOperatorLink: audited('operator link', application.makeOperatorLink, keyOf),
  };
}

/** Never the address: it may hold a password, or a name that nobody may guess. */
function auditedEndpoints(application: OperatorApplication, audited: Audited) {
  return {
    registerEndpoint: audited(
      'webhook add',
      application.registerEndpoint,
      ({ organisationId }, { endpoint }) => ({ organisationId, endpointId: endpoint.id }),
    ),
    removeEndpoint: audited(
      'webhook remove',
      application.removeEndpoint,
      ({ organisationId, id: endpointId }) => ({ organisationId, endpointId }),
    ),
    skipEvents: audited(
      'webhook skip',
      application.skipEvents,
      (organisationId, { endpoints }) => ({
        organisationId,
        endpoints,
      }),
    ),
    replayEvents: audited(
      'webhook replay',
      application.replayEvents,
      ({ organisationId, id: endpointId }, { queued }) => ({ organisationId, endpointId, queued }),
    ),
  };
}

function auditedData(application: OperatorApplication, audited: Audited) {
  return {
    setTestClock: audited(
      'clock set',
      application.setTestClock,
      ({ organisationId, at }, { applied }) => ({
        organisationId,
        to: new Date(at).toISOString(),
        applied,
      }),
    ),
    createPortalSession: audited(
      'portal link',
      application.createPortalSession,
      ({ organisationId, accountId }, { id: linkId }) => ({ organisationId, accountId, linkId }),
    ),
    setLogo: audited('brand logo', application.setLogo, ({ organisationId, logo: { type } }) => ({
      organisationId,
      type,
    })),
    undoChange: audited(
      'change undo',
      application.undoChange,
      ({ organisationId, changeId }, { id: userProductId }) => ({
        organisationId,
        changeId,
        userProductId,
      }),
    ),
    removeOrganisations: audited(
      'demo reset',
      application.removeOrganisations,
      (organisationIds, { documents }) => ({ organisationIds, documents }),
    ),
    eraseAccount: audited(
      'account erase',
      application.eraseAccount,
      ({ organisationId, accountId, isDryRun }) =>
        isDryRun ? null : { organisationId, accountId },
    ),
  };
}
