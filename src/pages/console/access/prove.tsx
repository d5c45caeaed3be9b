import type { JSX } from 'preact';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import { consolePaths, nextPath } from '../paths.js';
import type { ConsoleVisit } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';
import { LogInRefused } from './login.js';
import { endCookie, partyAt, PasskeyForm } from './passkey-form.js';

type ProveDeps = Pick<AccessDeps, 'readWaysIn' | 'proveByPasskey' | 'providerLogIn'>;
type Shown = { readonly next: string; readonly isRefused: boolean };

/** Asks whoever is in to prove once more that it is them; what they wanted was not done yet. */
export function answerProve(deps: ProveDeps, visit: ConsoleVisit): Promise<PageAnswer> {
  return provePage(deps, visit, { next: nextPath(visit.query.next), isRefused: false });
}

/** Takes the answer of their passkey, and leads on. */
export async function answerProveDone(deps: ProveDeps, visit: ConsoleVisit): Promise<PageAnswer> {
  const { address, form, loginCookie: sealed, cookie, visitor } = visit;
  const party = partyAt(address);
  if (party === null || cookie === null) return unknownPage;
  const { answer = '' } = form;
  const next = nextPath(form.next);
  const proven = await deps.proveByPasskey({
    ...{ answer, sealed, party, sessionToken: cookie },
    operatorId: visitor.operator.id,
  });
  if (!proven.ok) {
    return {
      ...(await provePage(deps, visit, { next, isRefused: true })),
      cookies: [endCookie(address)],
    };
  }
  return { ...see(next), cookies: [endCookie(address)] };
}

async function provePage(
  { readWaysIn, providerLogIn }: ProveDeps,
  { visitor, written: { say }, address }: ConsoleVisit,
  { next, isRefused }: Shown,
): Promise<Extract<PageAnswer, { answer: 'page' }>> {
  const ways = await readWaysIn(visitor.operator.id);
  const passkeys = partyAt(address) === null ? 0 : (ways?.passkeys.length ?? 0);
  const hasProvider = ways?.isFromProvider === true && providerLogIn !== null;
  return page(
    {
      title: say('console.prove.title'),
      hasFault: isRefused,
      main: (
        <>
          {isRefused ? <LogInRefused text={say('console.login.refused.passkey_refused')} /> : null}
          <p class="lead">{say('console.prove.text')}</p>
          <Proofs {...{ say, next, hasProvider, hasPasskey: passkeys > 0 }} />
          <p class="actions">
            <ActionLink kind="quiet" href={consolePaths.home}>
              {say('console.prove.notNow')}
            </ActionLink>
          </p>
        </>
      ),
    },
    isRefused ? 422 : 200,
  );
}

function Proofs(props: {
  readonly say: Say;
  readonly next: string;
  readonly hasPasskey: boolean;
  readonly hasProvider: boolean;
}): JSX.Element {
  const { say, next, hasPasskey, hasProvider } = props;
  if (!hasPasskey && !hasProvider) return <p>{say('console.prove.none')}</p>;
  return (
    <>
      {hasPasskey ? (
        <PasskeyForm
          say={say}
          action={consolePaths.proveNow}
          options={consolePaths.passkeyOptions}
          does="use"
          next={next}
          button={say('console.prove.passkey')}
        />
      ) : null}
      {hasProvider ? (
        <p class="actions">
          <ActionLink href={consolePaths.oidcAgain(next)}>
            {say('console.prove.provider')}
          </ActionLink>
        </p>
      ) : null}
    </>
  );
}
