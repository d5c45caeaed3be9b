import { setCookie } from '../../kit/cookies.js';
import { type PageAnswer, see, unknownPage, type Visit } from '../../kit/page-route.js';
import { consolePaths, nextPath } from '../paths.js';
import type { ConsoleNobody, ConsoleVisitor } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';
import { type LogInFailure, loginPage } from './login.js';
import { beginCookie, endCookie } from './passkey-form.js';

type AnyVisit = Visit<ConsoleVisitor | ConsoleNobody>;
type Deps = Pick<AccessDeps, 'providerLogIn'>;

/** What is sealed into a cookie must fit into one. */
const longestNext = 1_000;

/** Sends a browser to the identity provider; with `again`, whoever is in, to prove that it is them. */
export async function answerAskProvider(deps: Deps, visit: AnyVisit): Promise<PageAnswer> {
  const { providerLogIn } = deps;
  if (providerLogIn === null) return unknownPage;
  const { query, visitor, address } = visit;
  const asked = nextPath(query.next);
  const next = asked.length > longestNext ? consolePaths.home : asked;
  const isAgain = query.again !== undefined && visitor.kind === 'operator';
  const begun = await providerLogIn.askProvider({
    returnAddress: address.origin + consolePaths.oidcReturn,
    next,
    provesFor: isAgain ? visitor.operator.id : null,
  });
  if (!begun.ok) return loginPage(deps, visit, { next, failure: begun.failure });
  return {
    answer: 'abroad',
    address: begun.address,
    cookies: [beginCookie(begun.sealed, address)],
  };
}

/** Lets in whom the identity provider sends back. A browser that only looks ahead uses nothing up. */
export async function answerProviderReturn(deps: Deps, visit: AnyVisit): Promise<PageAnswer> {
  const { providerLogIn } = deps;
  if (providerLogIn === null) return unknownPage;
  if (visit.isPrefetch) return see(consolePaths.login);
  const { address, path, loginCookie, cookie } = visit;
  const entered = await providerLogIn.logInByProvider({
    address: address.origin + path,
    sealed: loginCookie,
    sessionToken: cookie,
  });
  if (!entered.ok) return refused(deps, visit, entered.failure);
  const { isHttps } = address;
  const session = setCookie('console', entered.session.token, { isHttps });
  return { answer: 'see', path: nextPath(entered.next), cookies: [session, endCookie(address)] };
}

function refused(deps: Deps, visit: AnyVisit, failure: LogInFailure): PageAnswer {
  const next = consolePaths.home;
  return { ...loginPage(deps, visit, { next, failure }), cookies: [endCookie(visit.address)] };
}
