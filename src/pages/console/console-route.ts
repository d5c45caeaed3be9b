import type { Clock } from '../../application/ports/surroundings.js';
import {
  asksForProof,
  isProofFresh,
  mayDo,
  type OperatorAction,
} from '../../domain/operators/role.js';
import {
  type PageAnswer,
  type PageField,
  type PageRoute,
  see,
  unknownPage,
  type Visit,
} from '../kit/page-route.js';
import { consolePaths } from './paths.js';
import type { ConsoleNobody, ConsoleVisit, ConsoleVisitor, OrganisationVisit } from './visitor.js';

/** What the API offers for the same (docs/spec/pages.md §16): its operations, or why there is none. */
export type ApiBehind = readonly string[] | 'log-in' | 'audit' | 'settings';

/** A page or an action of the console, and what stands behind it. */
export type ConsoleRoute = PageRoute<ConsoleVisitor, ConsoleNobody> & {
  readonly api: ApiBehind;
  /** What an operator must be allowed to do; absent: it is about no organisation. */
  readonly action?: OperatorAction;
};

/** One of an organisation. */
type OrganisationRoute = {
  readonly name: string;
  readonly method: 'get' | 'post';
  /** Below the organisation, parameters with a colon. */
  readonly path: string;
  /** What an operator must be allowed to do there. */
  readonly action: OperatorAction;
  readonly api: ApiBehind;
  readonly query?: readonly PageField[];
  readonly form?: readonly PageField[];
  readonly handle: (visit: OrganisationVisit) => Promise<PageAnswer>;
  readonly whenUnknown?: (visit: Visit<unknown>) => PageAnswer;
};

/**
 * A route behind the guard of an organisation: who is nothing there sees nothing (404), whose role is too little may not
 * (403), and where an action asks for proof of who they are, one that is older than five minutes leads to proving it
 * first. The form of an action is therefore a page at the same path (docs/spec/pages.md §10).
 */
export function organisationRoute(
  { clock }: { readonly clock: Clock },
  { path, action, handle, ...route }: OrganisationRoute,
): ConsoleRoute {
  return {
    ...route,
    action,
    path: `/:organisation/${path}`,
    access: 'session',
    guard: (visit) => {
      if (!isOfOrganisation(visit)) return unknownPage;
      const { at, operator } = visit.visitor;
      if (!mayDo(at.role, action)) return { answer: 'failed', failure: 'not_allowed' };
      const isProved = !asksForProof(action) || isProofFresh(operator.provedAt, clock.now());
      return isProved ? null : see(consolePaths.prove(visit.path));
    },
    handle: (visit) => (isOfOrganisation(visit) ? handle(visit) : Promise.resolve(unknownPage)),
  };
}

function isOfOrganisation(visit: ConsoleVisit): visit is OrganisationVisit {
  return (
    visit.visitor.at !== null && visit.visitor.at.organisation.id === visit.params.organisation
  );
}

/** Whether a page is to show what leads to an action. The server asks again, whatever was shown. */
export function mayAct({ visitor }: OrganisationVisit, action: OperatorAction): boolean {
  return mayDo(visitor.at.role, action);
}
