import type { JSX } from 'preact';
import { accentContrast, accentText } from '../../../domain/portal/accent-text.js';
import type { Brand } from '../../../domain/portal/portal-settings.js';
import type { Say } from '../../kit/words.js';

/** The pages' own, where an organisation says none: as `base.css` has it. */
const ownAccent = '#1f4fd8';

const looks = [
  { look: 'light', paper: '#ffffff', ink: '#1b1f27', line: '#d5d9e0' },
  { look: 'dark', paper: '#16181d', ink: '#eceff4', line: '#3a404c' },
] as const;

/** What the portal makes of a brand, in light and in dark: drawn, since no page has a style within. */
export function BrandSample(props: {
  readonly brand: Pick<Brand, 'accent' | 'corner'>;
  readonly name: string;
  readonly say: Say;
}): JSX.Element {
  const { brand, name, say } = props;
  const accent = brand.accent ?? ownAccent;
  const text = accentText(accent) ?? '#ffffff';
  const ratio = Math.floor((accentContrast(accent) ?? 0) * 10) / 10;
  const colour = say(text === '#ffffff' ? 'console.settings.white' : 'console.settings.black');
  return (
    <section>
      <h2>{say('console.settings.sample')}</h2>
      <p>{say('console.settings.contrast', { accent, colour, ratio: String(ratio) })}</p>
      <div class="samples">
        {looks.map((it) => (
          <Look key={it.look} {...it} {...{ accent, text, name, say }} corner={brand.corner} />
        ))}
      </div>
    </section>
  );
}

function Look(props: {
  readonly look: 'light' | 'dark';
  readonly paper: string;
  readonly ink: string;
  readonly line: string;
  readonly accent: string;
  readonly text: string;
  readonly name: string;
  readonly corner: Brand['corner'];
  readonly say: Say;
}): JSX.Element {
  const { look, paper, ink, line, accent, text, name, corner, say } = props;
  const radius = corner === 'round' ? 8 : 0;
  const title = say(`console.settings.sample.${look}`);
  const short = name.length > 24 ? `${name.slice(0, 23)}…` : name;
  return (
    <figure>
      <svg width="100%" viewBox="0 0 280 150" role="img" aria-label={title}>
        <rect x="1" y="1" width="278" height="148" rx={radius} fill={paper} stroke={line} />
        <text x="20" y="36" fill={ink} font-size="17" font-weight="600">
          {short}
        </text>
        <text x="20" y="66" fill={ink} font-size="14">
          {say('console.settings.sample.text')}
        </text>
        <rect x="20" y="86" width="150" height="44" rx={radius} fill={accent} />
        <text x="95" y="113" fill={text} font-size="15" font-weight="600" text-anchor="middle">
          {say('console.settings.sample.button')}
        </text>
      </svg>
      <figcaption>{title}</figcaption>
    </figure>
  );
}
