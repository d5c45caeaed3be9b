import type { OrganisationId } from '../domain/ids.js';
import { CommandFailure } from './command-failure.js';
import type { OperatorApplication } from './operator-application.js';

/** Throws a `CommandFailure` if there is no organisation of that id. */
export async function mustHaveOrganisation(
  { organisations }: Pick<OperatorApplication, 'organisations'>,
  id: OrganisationId,
): Promise<void> {
  if ((await organisations.find(id)) === null) {
    throw new CommandFailure('there is no such organisation');
  }
}
