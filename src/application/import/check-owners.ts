import type { ImportState } from './import-state.js';
import type { ImportFault, OrganisationImport } from './organisation-import.js';

/** What the organisation, the clients and the accounts of a file may not be, as the installation stands. */
export function checkOwners(file: OrganisationImport, state: ImportState): ImportFault[] {
  return [
    ...checkLive(file, state),
    ...checkTimeZone(file, state),
    ...file.clients.flatMap((_, index) => checkClient(file, state, index)),
    ...file.accounts.flatMap(({ id }, index) =>
      state.elsewhere.has(id)
        ? [
            {
              path: `${file.path}accounts[${String(index)}].id`,
              problem: 'belongs to another organisation',
            },
          ]
        : [],
    ),
  ];
}

function checkLive(file: OrganisationImport, { organisation }: ImportState): ImportFault[] {
  if (organisation?.live !== true || file.organisation.live) return [];
  const problem = 'must be true: an organisation that is live never ceases to be';
  return [{ path: `${file.path}organisation.live`, problem }];
}

/** Boundaries, billing days and what was paid are of the zone that they were reckoned in. */
function checkTimeZone(
  { path, organisation }: OrganisationImport,
  { organisation: standing, isZoneInUse }: ImportState,
): ImportFault[] {
  if (standing === null || standing.timeZone === organisation.timeZone || !isZoneInUse) return [];
  const problem = `must be ${standing.timeZone} as long as the organisation has living user products`;
  return [{ path: `${path}organisation.time_zone`, problem }];
}

function checkClient(file: OrganisationImport, state: ImportState, index: number): ImportFault[] {
  const client = file.clients[index];
  if (client === undefined) return [];
  const path = `${file.path}clients[${String(index)}]`;
  const existing = state.clients.get(client.id);
  if (existing === undefined) {
    return client.secret === null && !client.isSecretWithheld
      ? [{ path: `${path}.secret`, problem: 'is needed: there is no such client yet' }]
      : [];
  }
  return existing.organisationId === file.organisation.id
    ? []
    : [{ path: `${path}.id`, problem: 'is the id of a client of another organisation' }];
}
