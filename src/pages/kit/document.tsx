import type { ComponentChildren, JSX } from 'preact';
import type { PageContent } from './page-route.js';
import type { Written } from './written.js';

type DocumentProps = {
  readonly content: PageContent;
  readonly written: Written;
  /** Whose pages they are: behind the title of each. */
  readonly owner: string;
  readonly styles: readonly string[];
  readonly script: string;
  readonly icon: string;
  readonly surface: 'portal' | 'console';
  readonly head: ComponentChildren;
  readonly foot: ComponentChildren;
  /** Said above every page, as of an organisation that is not live. */
  readonly band?: ComponentChildren;
  /** Absent: nobody is in. */
  readonly visit?: {
    /** How long it lasts unless another page is asked for. */
    readonly secondsLeft: number;
    /** What is asked for to make it last longer. */
    readonly alive: string;
  };
};

/** A whole document: what every page of both surfaces has around it (docs/spec/pages.md §15). */
export function Document(props: DocumentProps): JSX.Element {
  const { content, written, owner, styles, script, icon, surface, head, foot, band, visit } = props;
  const { say, language } = written;
  const prefix = content.hasFault === true ? `${say('fault.title')}: ` : '';
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${prefix}${content.title} – ${owner}`}</title>
        <link rel="icon" href={icon} />
        {styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <script src={script} defer />
      </head>
      <body class={surface}>
        <a class="skip" href="#main">
          {say('frame.skip')}
        </a>
        {band === undefined ? null : <aside class="band">{band}</aside>}
        <header class="head">{head}</header>
        <main id="main" tabIndex={-1}>
          <h1>{content.title}</h1>
          {content.main}
        </main>
        <footer class="foot">{foot}</footer>
        <div
          id="told"
          class="told"
          role="status"
          aria-live="polite"
          data-working={say('frame.working')}
          data-offline={say('frame.offline')}
          {...(visit === undefined
            ? {}
            : {
                'data-seconds-left': visit.secondsLeft,
                'data-alive': visit.alive,
                'data-ending': say('frame.ending', { minutes: 2 }),
                'data-last': say('frame.last', { minutes: 2 }),
                'data-ended': say('frame.ended'),
              })}
        />
      </body>
    </html>
  );
}
