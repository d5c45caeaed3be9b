import type { JSX } from 'preact';

/** A stretch of time on a bar: where it begins and ends, as shares of the whole from 0 to 1. */
export type BarPart = {
  readonly kind: 'gone' | 'left' | 'next';
  readonly from: number;
  readonly to: number;
  /** What it is, in a word. */
  readonly label: string;
};

export type PeriodBarView = {
  /** The picture in one sentence: nobody has to see it to understand the page. */
  readonly sentence: string;
  readonly parts: readonly BarPart[];
  /** Share of the whole; null: today is not on it. */
  readonly today: { readonly at: number; readonly label: string } | null;
  /** What stands below its two ends. */
  readonly ends: readonly [string, string];
};

/** Percent of the width, so that text within keeps its size on every screen. */
const at = (share: number): string => `${String(Math.round(share * 1_000) / 10)}%`;

/** Which side of its mark a label stands on, so that it never leaves the picture. */
function anchorAt(share: number): 'start' | 'middle' | 'end' {
  if (share < 0.1) return 'start';
  return share > 0.9 ? 'end' : 'middle';
}

const top = 24;
/** What is gone is thin, and what is left is not, so that no part is told by its colour alone. */
const shapes = {
  gone: { y: top + 5, height: 4 },
  left: { y: top + 2, height: 10 },
  next: { y: top, height: 14 },
} as const satisfies Record<BarPart['kind'], { readonly y: number; readonly height: number }>;

/** A period of a subscription, what of it is gone, and what comes after it. */
export function PeriodBar({ view }: { readonly view: PeriodBarView }): JSX.Element {
  const { sentence, parts, today, ends } = view;
  return (
    <figure class="bar">
      <svg width="100%" height="52" role="img" aria-label={sentence}>
        {parts.map(({ kind, from, to }) => (
          <rect
            {...{ key: kind, class: kind, x: at(from), width: at(to - from) }}
            {...shapes[kind]}
          />
        ))}
        {today === null ? null : (
          <>
            <line class="today" x1={at(today.at)} x2={at(today.at)} y1={19} y2={43} />
            <text class="now" x={at(today.at)} y={13} text-anchor={anchorAt(today.at)}>
              {today.label}
            </text>
          </>
        )}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </div>
      <ul class="legend" aria-hidden="true">
        {parts.map(({ kind, label }) => (
          <li key={kind}>
            <svg width="16" height="14">
              <rect class={kind} width={16} y={shapes[kind].y - top} height={shapes[kind].height} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </figure>
  );
}
