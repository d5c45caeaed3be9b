import type { JSX } from 'preact';
import { page, type PageAnswer, see, type Visit } from '../../kit/page-route.js';
import { ActionLink } from '../../kit/parts.js';
import type { MessageKey } from '../../kit/words.js';
import { consolePaths, nextPath } from '../paths.js';
import type { ConsoleNobody, ConsoleVisitor } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';
import { partyAt, PasskeyForm } from './passkey-form.js';

type AnyVisit = Visit<ConsoleVisitor | ConsoleNobody>;

/** Why nobody was let in. */
export type LogInFailure =
  | 'provider_away'
  | 'provider_refused'
  | 'no_login'
  | 'no_role'
  | 'no_email'
  | 'email_taken'
  | 'operator_disabled'
  | 'another_operator'
  | 'passkey_refused';

const told = {
  provider_away: ['console.login.refused.provider_away', 503],
  provider_refused: ['console.login.refused.provider_refused', 403],
  no_login: ['console.login.refused.no_login', 422],
  no_role: ['console.login.refused.no_role', 403],
  no_email: ['console.login.refused.no_email', 403],
  email_taken: ['console.login.refused.email_taken', 403],
  operator_disabled: ['console.login.refused.operator_disabled', 403],
  another_operator: ['console.login.refused.another_operator', 403],
  passkey_refused: ['console.login.refused.passkey_refused', 422],
} as const satisfies Record<LogInFailure, readonly [MessageKey, number]>;

/** Where an operator comes in (docs/spec/pages.md §10). Whoever is in goes on at once. */
export function answerLogin(
  deps: Pick<AccessDeps, 'providerLogIn'>,
  visit: AnyVisit,
): Promise<PageAnswer> {
  const next = nextPath(visit.query.next);
  if (visit.visitor.kind === 'operator') return Promise.resolve(see(next));
  return Promise.resolve(loginPage(deps, visit, { next, failure: null }));
}

/** The page to log in on; where a log-in came to nothing, with why. */
export function loginPage(
  { providerLogIn }: Pick<AccessDeps, 'providerLogIn'>,
  { written: { say }, address }: AnyVisit,
  { next, failure }: { readonly next: string; readonly failure: LogInFailure | null },
): Extract<PageAnswer, { answer: 'page' }> {
  const status = failure === null ? 200 : told[failure][1];
  return page(
    {
      title: say('console.login.title'),
      hasFault: failure !== null,
      main: (
        <>
          {failure === null ? null : <LogInRefused text={say(told[failure][0])} />}
          {partyAt(address) === null ? (
            <p>{say('console.passkey.noName')}</p>
          ) : (
            <PasskeyForm
              say={say}
              action={consolePaths.passkeyLogin}
              options={consolePaths.passkeyOptions}
              does="use"
              next={next}
              button={say('console.login.passkey')}
            />
          )}
          {providerLogIn === null ? null : (
            <p class="actions">
              <ActionLink href={consolePaths.oidcTo(next)}>
                {say('console.login.provider')}
              </ActionLink>
            </p>
          )}
          <p class="hint">{say('console.login.link')}</p>
        </>
      ),
    },
    status,
  );
}

/** Why a log-in or a proof came to nothing, said first. */
export function LogInRefused({ text }: { readonly text: string }): JSX.Element {
  return (
    <section class="notice fault" role="alert" tabIndex={-1} data-focus="">
      <p>{text}</p>
    </section>
  );
}
