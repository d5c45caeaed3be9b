import { setCookie } from '../../kit/cookies.js';
import { type PageAnswer, unknownPage, type Visit } from '../../kit/page-route.js';
import { nextPath } from '../paths.js';
import type { ConsoleNobody, ConsoleVisitor } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';
import { loginPage } from './login.js';
import { endCookie, partyAt, passkeyTask } from './passkey-form.js';

type AnyVisit = Visit<ConsoleVisitor | ConsoleNobody>;

/** What a browser is to sign, to log in or to prove again who somebody is. */
export async function answerPasskeyOptions(
  { askPasskey }: Pick<AccessDeps, 'askPasskey'>,
  { address }: AnyVisit,
): Promise<PageAnswer> {
  const party = partyAt(address);
  return party === null ? unknownPage : passkeyTask(await askPasskey(party), address);
}

/** Lets the owner of a passkey in, and leads to the page that was asked for. */
export async function answerPasskeyLogin(
  deps: Pick<AccessDeps, 'logInByPasskey' | 'providerLogIn'>,
  visit: AnyVisit,
): Promise<PageAnswer> {
  const { address, form, loginCookie: sealed, cookie: sessionToken } = visit;
  const party = partyAt(address);
  if (party === null) return unknownPage;
  const { answer = '' } = form;
  const next = nextPath(form.next);
  const entered = await deps.logInByPasskey({ answer, sealed, party, sessionToken });
  if (!entered.ok) {
    const again = loginPage(deps, visit, { next, failure: entered.failure });
    return { ...again, cookies: [endCookie(address)] };
  }
  const { isHttps } = address;
  const session = setCookie('console', entered.session.token, { isHttps });
  return { answer: 'see', path: next, cookies: [session, endCookie(address)] };
}
