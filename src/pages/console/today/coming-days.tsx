import type { JSX } from 'preact';
import {
  type ComingKind,
  comingKinds,
} from '../../../application/user-product/count-coming-ends.js';
import { ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';

const signOfComing: Readonly<Record<ComingKind, string>> = {
  upgrade: '▲',
  downgrade: '▼',
  change: '↔',
  end: '✕',
  renewal: '↻',
};

/** What one day brings, in words. */
export type ComingDayView = {
  readonly name: string;
  readonly href: string;
  readonly counts: Readonly<Record<ComingKind, number>>;
  /** As they are written; with a plus where there are more. */
  readonly texts: Readonly<Record<ComingKind, string>>;
};

const barHeight = 20;
const dayGap = 10;
const labelWidth = 15;

/** What comes, as bars by kind, and the same as a table beside it. */
export function ComingDays({
  days,
  say,
}: {
  readonly days: readonly ComingDayView[];
  readonly say: Say;
}): JSX.Element {
  return (
    <section>
      <h2>{say('console.today.coming')}</h2>
      <div class="coming">
        <ComingBars days={days} say={say} />
        <ComingTable days={days} say={say} />
      </div>
    </section>
  );
}

function ComingBars({
  days,
  say,
}: {
  readonly days: readonly ComingDayView[];
  readonly say: Say;
}): JSX.Element {
  const most = Math.max(1, ...days.map((it) => totalOf(it)));
  const height = days.length * (barHeight + dayGap);
  return (
    <figure class="coming-bars">
      <svg width="100%" height={height} role="img" aria-label={say('console.today.picture')}>
        {days.map((day, place) => (
          <DayBar key={day.href} day={day} y={place * (barHeight + dayGap)} most={most} />
        ))}
      </svg>
      <ul class="legend" aria-hidden="true">
        {comingKinds.map((kind) => (
          <li key={kind} class={kind}>
            {signOfComing[kind]} {say(`console.today.kind.${kind}`)}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function DayBar({
  day,
  y,
  most,
}: {
  readonly day: ComingDayView;
  readonly y: number;
  readonly most: number;
}): JSX.Element {
  const share = (count: number) => (count / most) * (100 - labelWidth);
  let from = labelWidth;
  const parts = comingKinds
    .filter((kind) => day.counts[kind] > 0)
    .map((kind) => {
      const width = share(day.counts[kind]);
      const x = from;
      from += width;
      return { kind, x, width };
    });
  return (
    <>
      <text x="0" y={y + barHeight - 5}>
        {day.name}
      </text>
      {parts.map(({ kind, x, width }) => (
        <g key={kind} class={kind}>
          <rect x={percent(x)} y={y} width={percent(width)} height={barHeight} />
          {width < 4 ? null : (
            <text x={percent(x + width / 2)} y={y + barHeight - 5} text-anchor="middle">
              {signOfComing[kind]}
            </text>
          )}
        </g>
      ))}
    </>
  );
}

function ComingTable({
  days,
  say,
}: {
  readonly days: readonly ComingDayView[];
  readonly say: Say;
}): JSX.Element {
  const kinds = comingKinds.map((it) => `${signOfComing[it]} ${say(`console.today.kind.${it}`)}`);
  return (
    <TableRegion name={say('console.today.coming')}>
      <table class="rows">
        <ColumnHeads names={[say('console.today.day'), ...kinds]} />
        <tbody>
          {days.map(({ name, href, texts }) => (
            <tr key={href}>
              <th scope="row">
                <a href={href}>{name}</a>
              </th>
              {comingKinds.map((kind) => (
                <td key={kind}>{texts[kind]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function totalOf({ counts }: ComingDayView): number {
  return comingKinds.reduce((sum, kind) => sum + counts[kind], 0);
}

function percent(share: number): string {
  return `${String(Math.round(share * 10) / 10)}%`;
}
