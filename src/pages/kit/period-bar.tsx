import type { JSX } from 'preact';

/** A stretch of time on a bar: where it begins and ends, as shares of the whole from 0 to 1. */
export type BarPart = {
  readonly kind: 'gone' | 'left' | 'next';
  readonly from: number;
  readonly to: number;
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

const width = 600;
const at = (share: number): number => Math.round(share * width * 10) / 10;

/** A period of a subscription, what of it is gone, and what comes after it. */
export function PeriodBar({ view }: { readonly view: PeriodBarView }): JSX.Element {
  const { sentence, parts, today, ends } = view;
  return (
    <figure class="bar">
      <svg viewBox={`0 0 ${String(width)} 34`} role="img" aria-label={sentence}>
        {parts.map(({ kind, from, to }) => (
          <rect
            key={kind}
            class={kind}
            x={at(from)}
            y={10}
            width={Math.max(at(to) - at(from), 1)}
            height={14}
          />
        ))}
        {today === null ? null : (
          <line class="today" x1={at(today.at)} x2={at(today.at)} y1={3} y2={31} />
        )}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{ends[0]}</span>
        {today === null ? null : <span class="now">{today.label}</span>}
        <span>{ends[1]}</span>
      </div>
    </figure>
  );
}
