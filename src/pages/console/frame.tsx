import type { ComponentChildren, JSX } from 'preact';
import type { Assets } from '../kit/assets.js';
import { Document } from '../kit/document.js';
import type { PageContent } from '../kit/page-route.js';
import type { Framing } from '../kit/surface.js';
import type { Say } from '../kit/words.js';
import type { Written } from '../kit/written.js';
import { navigationOf } from './navigation.js';
import { consolePaths } from './paths.js';
import type { ConsoleNobody, ConsolePlace, ConsoleVisitor } from './visitor.js';

type ConsoleFraming = Framing<ConsoleVisitor, ConsoleNobody>;

/** A page of the console with its head, its navigation and its foot. */
export function makeConsoleFrame(assets: Assets) {
  const script = assets.addressOf('console.js');
  const styles = [assets.addressOf('console.css')];
  const icon = assets.addressOf('icon.svg');
  return (content: PageContent, { visitor, written }: ConsoleFraming): JSX.Element => {
    const { say } = written;
    const at = visitor.kind === 'operator' ? visitor.at : null;
    const title = say('console.title');
    return (
      <Document
        {...{ content, written, styles, script, icon }}
        owner={at === null ? title : `${at.organisation.name} – ${title}`}
        surface="console"
        head={
          <>
            <Head visitor={visitor} say={say} />
            {at === null ? null : <Navigation at={at} place={content.place} say={say} />}
          </>
        }
        foot={visitor.kind === 'operator' ? <Foot visitor={visitor} say={say} /> : null}
        {...(visitor.kind === 'operator'
          ? { visit: { secondsLeft: visitor.secondsLeft, alive: consolePaths.alive } }
          : {})}
        {...bandOf(at, written)}
      />
    );
  };
}

function bandOf(at: ConsolePlace | null, written: Written): { readonly band?: ComponentChildren } {
  if (at === null || at.organisation.live) return {};
  const { testClockAt } = at.organisation;
  return {
    band:
      testClockAt === null
        ? written.say('band.test')
        : written.say('band.clock', { now: written.moment(testClockAt) }),
  };
}

type Who = { readonly visitor: ConsoleVisitor; readonly say: Say };

function Head({
  visitor,
  say,
}: {
  visitor: ConsoleVisitor | ConsoleNobody;
  say: Say;
}): JSX.Element {
  const at = visitor.kind === 'operator' ? visitor.at : null;
  return (
    <div class="brand">
      <a href={consolePaths.home}>{say('console.title')}</a>
      {at === null ? null : (
        <a href={consolePaths.today(at.organisation.id)}>{at.organisation.name}</a>
      )}
    </div>
  );
}

function Navigation(props: {
  readonly at: ConsolePlace;
  readonly place: string | undefined;
  readonly say: Say;
}): JSX.Element {
  const { at, place, say } = props;
  return (
    <nav aria-label={say('frame.navigation')}>
      {navigationOf(at.organisation.id).map(({ group, entries }) => (
        <div key={group}>
          {group === null ? null : <p class="group">{say(`console.nav.${group}`)}</p>}
          <ul>
            {entries.map((it) => (
              <li key={it.place}>
                <a href={it.href} aria-current={it.place === place ? 'page' : undefined}>
                  {say(`console.nav.${it.place}`)}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Foot({ visitor: { operator, at }, say }: Who): JSX.Element {
  return (
    <ul>
      <li>
        <a href={consolePaths.me}>{operator.name}</a>
        {at === null ? null : ` (${say(`console.role.${at.role}`)})`}
      </li>
      <li>
        <form method="post" action={consolePaths.logOut}>
          <button class="link" type="submit">
            {say('foot.leave')}
          </button>
        </form>
      </li>
    </ul>
  );
}
