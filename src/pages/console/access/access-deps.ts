import type { ReadOrganisationContext } from '../../../application/catalogue/organisation-context.js';
import type { LogOutOperator } from '../../../application/operators/log-out-operator.js';
import type { OpenOperatorLink } from '../../../application/operators/open-operator-link.js';
import type { OrganisationStore } from '../../../application/ports/organisation-store.js';

/** What coming in and going out ask for. */
export type AccessDeps = {
  readonly openOperatorLink: OpenOperatorLink;
  readonly logOutOperator: LogOutOperator;
  readonly readContext: ReadOrganisationContext;
  readonly organisations: Pick<OrganisationStore, 'list'>;
};
