import type { JSX } from 'preact';
import type { WaysIn } from '../../../application/operators/own-passkeys.js';
import { isProofFresh } from '../../../domain/operators/role.js';
import type { Clock } from '../../../application/ports/surroundings.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, ColumnHeads, FactList, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { consolePaths } from '../paths.js';
import type { ConsoleVisit } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';
import { LogInRefused } from './login.js';
import { partyAt, PasskeyForm } from './passkey-form.js';

export type MeDeps = Pick<AccessDeps, 'readWaysIn'> & { readonly clock: Clock };

/** The languages of the console, as they call themselves. */
const languages = { en: 'English', sv: 'Svenska' } as const;

/** Whether somebody may add or remove a passkey: whoever finds an open browser must not make a way in for themselves. */
export function hasProved({ clock }: Pick<MeDeps, 'clock'>, { visitor }: ConsoleVisit): boolean {
  return isProofFresh(visitor.operator.provedAt, clock.now());
}

/** What an operator sees of themselves: how they come in, and in which language they read. */
export function answerMe(deps: MeDeps, visit: ConsoleVisit): Promise<PageAnswer> {
  return mePage(deps, visit, null);
}

/** The same; where a passkey was not added, with why. */
export async function mePage(
  deps: MeDeps,
  visit: ConsoleVisit,
  refused: string | null,
): Promise<PageAnswer> {
  const { visitor, written, address } = visit;
  const ways = await deps.readWaysIn(visitor.operator.id);
  if (ways === null) return unknownPage;
  const { say } = written;
  const { name, email } = visitor.operator;
  const mayAdd = partyAt(address) === null ? 'noName' : hasProved(deps, visit) ? 'now' : 'proved';
  return page(
    {
      title: say('console.me.title'),
      hasFault: refused !== null,
      main: (
        <>
          {refused === null ? null : <LogInRefused text={refused} />}
          <FactList
            facts={[
              { name: say('console.me.name'), value: name },
              { name: say('console.me.email'), value: email },
            ]}
          />
          <Passkeys ways={ways} written={written} />
          <AddPasskey mayAdd={mayAdd} written={written} />
          <Languages written={written} />
        </>
      ),
    },
    refused === null ? 200 : 422,
  );
}

type Shown = { readonly written: Written };

function Passkeys({ ways, written }: Shown & { readonly ways: WaysIn }): JSX.Element {
  const { say } = written;
  const title = say('console.me.passkeys');
  return (
    <section>
      <h2>{title}</h2>
      {ways.isFromProvider ? <p>{say('console.me.provider')}</p> : null}
      {ways.passkeys.length === 0 ? (
        <p>{say('console.me.noPasskeys')}</p>
      ) : (
        <TableRegion name={title}>
          <table>
            <ColumnHeads names={[say('console.me.added'), say('console.me.actions')]} />
            <tbody>
              {ways.passkeys.map(({ id, addedAt }) => (
                <tr key={id}>
                  <th scope="row">{written.moment(addedAt)}</th>
                  <td>
                    <a href={consolePaths.removePasskey(id)}>{say('console.me.remove')}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
    </section>
  );
}

function AddPasskey({
  mayAdd,
  written: { say },
}: Shown & { readonly mayAdd: 'now' | 'proved' | 'noName' }): JSX.Element {
  if (mayAdd === 'noName') return <p>{say('console.passkey.noName')}</p>;
  if (mayAdd === 'now') {
    return (
      <PasskeyForm
        say={say}
        action={consolePaths.passkeys}
        options={consolePaths.newPasskeyOptions}
        does="make"
        button={say('console.me.add')}
      />
    );
  }
  return (
    <p class="actions">
      <ActionLink href={consolePaths.prove(consolePaths.me)}>
        {say('console.me.proveFirst')}
      </ActionLink>
    </p>
  );
}

function Languages({ written: { say, language } }: Shown): JSX.Element {
  return (
    <section>
      <h2 id="language">{say('foot.language')}</h2>
      <form class="languages" method="post" action={consolePaths.language}>
        {Object.entries(languages).map(([it, name]) => (
          <button
            key={it}
            class="link"
            type="submit"
            name="language"
            value={it}
            lang={it}
            aria-pressed={it === language}
          >
            {name}
          </button>
        ))}
      </form>
    </section>
  );
}

/** Keeps the language that was chosen. */
export async function answerConsoleLanguage(
  { chooseConsoleLanguage }: Pick<AccessDeps, 'chooseConsoleLanguage'>,
  { form, cookie }: ConsoleVisit,
): Promise<PageAnswer> {
  const { language = '' } = form;
  if (cookie !== null && language in languages) await chooseConsoleLanguage(cookie, language);
  return see(consolePaths.me);
}
