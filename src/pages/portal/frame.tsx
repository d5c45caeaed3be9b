import type { ComponentChildren, JSX } from 'preact';
import type { PageLanguage } from '../../domain/portal/portal-settings.js';
import type { Assets } from '../kit/assets.js';
import { Document } from '../kit/document.js';
import { foreignLink } from '../kit/foreign-link.js';
import { Icon } from '../kit/icon.js';
import { ForeignLink } from '../kit/parts.js';
import type { PageContent } from '../kit/page-route.js';
import type { Framing } from '../kit/surface.js';
import type { Written } from '../kit/written.js';
import { brandVersion } from './brand-files.js';
import { portalPaths } from './paths.js';
import type { PortalNobody, PortalVisitor } from './visitor.js';

/** What a language calls itself. */
const ownNames: Readonly<Record<PageLanguage, string>> = {
  en: 'English',
  sv: 'Svenska',
  de: 'Deutsch',
};

type PortalFraming = Framing<PortalVisitor, PortalNobody>;

/** A page of the portal with its head and foot; a visit that came to do one thing sees no other way but back. */
export function makePortalFrame(assets: Assets, isLoopbackAllowed: boolean) {
  const script = assets.addressOf('portal.js');
  const style = assets.addressOf('portal.css');
  const icon = assets.addressOf('icon.svg');
  return (content: PageContent, framing: PortalFraming): JSX.Element => {
    const { visitor, written, path } = framing;
    const isIn = visitor.kind === 'visitor';
    const own = isIn ? [brandPath(visitor)] : [];
    return (
      <Document
        content={content}
        written={written}
        owner={isIn ? brandName(visitor) : written.say('portal.title')}
        styles={[style, ...own]}
        script={script}
        icon={icon}
        surface="portal"
        head={isIn ? <Head visitor={visitor} written={written} /> : null}
        foot={<Foot framing={framing} path={path} isLoopbackAllowed={isLoopbackAllowed} />}
        {...(isIn ? { visit: { secondsLeft: visitor.secondsLeft, alive: portalPaths.alive } } : {})}
        {...bandOf(framing)}
      />
    );
  };
}

export function brandName({ settings, organisation }: PortalVisitor): string {
  return settings.brand.name ?? organisation.name;
}

function brandPath({ organisationId, settings }: PortalVisitor): string {
  return portalPaths.brand(organisationId, brandVersion(settings.brand));
}

function bandOf({ visitor, written }: PortalFraming): { readonly band?: ComponentChildren } {
  if (visitor.kind === 'nobody' || visitor.organisation.live) return {};
  const { testClockAt } = visitor.organisation;
  const band =
    testClockAt === null
      ? written.say('band.test')
      : written.say('band.clock', { now: written.moment(testClockAt) });
  return { band };
}

function Head({ visitor, written }: { visitor: PortalVisitor; written: Written }): JSX.Element {
  const { settings, session } = visitor;
  const { say } = written;
  const name = brandName(visitor);
  const logo = portalPaths.logo(visitor.organisationId, brandVersion(settings.brand));
  const shown =
    settings.brand.logo === null ? <span class="name">{name}</span> : <img src={logo} alt={name} />;
  if (session.visit.flow !== null) return <div class="brand">{shown}</div>;
  return (
    <>
      <a class="brand" href={portalPaths.home}>
        {shown}
      </a>
      <nav aria-label={say('frame.navigation')}>
        <a href={portalPaths.home}>{say('nav.subscriptions')}</a>
        {settings.portal.showDocuments ? (
          <a href={portalPaths.documents}>{say('nav.documents')}</a>
        ) : null}
      </nav>
    </>
  );
}

function Foot(props: {
  readonly framing: PortalFraming;
  readonly path: string;
  readonly isLoopbackAllowed: boolean;
}): JSX.Element {
  const { framing, path, isLoopbackAllowed } = props;
  const { visitor, written } = framing;
  const { say } = written;
  if (visitor.kind === 'nobody') return <p>{say('foot.nobody')}</p>;
  const { settings, session } = visitor;
  const { support } = settings.portal;
  const back = foreignLink(session.visit.returnUrl, isLoopbackAllowed);
  return (
    <>
      {support === null ? null : (
        <Support support={support} isLoopbackAllowed={isLoopbackAllowed} />
      )}
      <ul>
        {back === null ? null : (
          <li>
            <ForeignLink href={back}>
              <Icon name="arrow-left" />
              {say('foot.back', { name: brandName(visitor) })}
            </ForeignLink>
          </li>
        )}
        <li>
          <a href={portalPaths.accessibility}>{say('foot.accessibility')}</a>
        </li>
        <li>
          <form method="post" action={portalPaths.leave}>
            <button class="link" type="submit">
              {say('foot.leave')}
            </button>
          </form>
        </li>
      </ul>
      {settings.languages.length < 2 ? null : (
        <Languages written={written} languages={settings.languages} path={path} />
      )}
    </>
  );
}

function Support(props: {
  readonly support: { readonly text: string; readonly url: string | null };
  readonly isLoopbackAllowed: boolean;
}): JSX.Element {
  const { support, isLoopbackAllowed } = props;
  const href = support.url === null ? null : foreignLink(support.url, isLoopbackAllowed);
  return (
    <p>{href === null ? support.text : <ForeignLink href={href}>{support.text}</ForeignLink>}</p>
  );
}

function Languages(props: {
  readonly written: Written;
  readonly languages: readonly PageLanguage[];
  readonly path: string;
}): JSX.Element {
  const { written, languages, path } = props;
  return (
    <form class="languages" method="post" action={portalPaths.language}>
      <input type="hidden" name="back" value={path} />
      <span id="language">{written.say('foot.language')}</span>
      {languages.map((it) => (
        <button
          key={it}
          class="link"
          type="submit"
          name="language"
          value={it}
          lang={it}
          aria-pressed={it === written.language}
        >
          {ownNames[it]}
        </button>
      ))}
    </form>
  );
}
