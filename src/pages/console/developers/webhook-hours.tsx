import type { JSX } from 'preact';
import { watchedMs } from '../../../application/webhooks/watch-endpoints.js';
import type { TriedDelivery } from '../../../application/ports/webhook-delivery-store.js';
import { type Instant, toInstant } from '../../../domain/time/instant.js';
import { ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';

/** One hour of the last 24: what was tried in it last, and came through or not. */
export type TriedHour = {
  readonly from: Instant;
  readonly delivered: number;
  readonly other: number;
};

const hourMs = 3_600_000;
const hours = watchedMs / hourMs;

/** The last 24 hours up to now, the oldest first; each delivery counts once, in the hour of its last try. */
export function triedHours(
  tried: readonly Pick<TriedDelivery, 'state' | 'triedAt'>[],
  now: Instant,
): readonly TriedHour[] {
  const begin = now - watchedMs;
  const placeOf = (at: Instant) => Math.min(hours - 1, Math.floor((at - begin) / hourMs));
  const counts = Array.from({ length: hours }, () => ({ delivered: 0, other: 0 }));
  for (const { state, triedAt } of tried) {
    const count = counts[placeOf(triedAt)];
    if (count === undefined) continue;
    if (state === 'delivered') count.delivered += 1;
    else count.other += 1;
  }
  return counts.map((it, place) => ({ from: toInstant(begin + place * hourMs), ...it }));
}

const height = 72;
const step = 100 / hours;
const percent = (share: number): string => `${String(Math.round(share * 100) / 100)}%`;

/** The hours as bars, and the same as a table. What did not come through stands on top, hatched by its outline. */
export function HoursPicture(props: {
  readonly tried: readonly TriedDelivery[];
  readonly now: Instant;
  readonly isCut: boolean;
  readonly written: Written;
}): JSX.Element {
  const { tried, now, isCut, written } = props;
  const { say, number } = written;
  const all = triedHours(tried, now);
  const delivered = all.reduce((sum, it) => sum + it.delivered, 0);
  const other = all.reduce((sum, it) => sum + it.other, 0);
  const sentence = say('console.developers.hours.sentence', {
    delivered: number(delivered),
    other: number(other),
  });
  return (
    <section>
      <h2>{say('console.developers.hours')}</h2>
      <p>
        {sentence}
        {isCut ? ` ${say('console.developers.hours.cut', { count: number(tried.length) })}` : ''}
      </p>
      {tried.length === 0 ? null : <Bars all={all} sentence={sentence} written={written} />}
      {tried.length === 0 ? null : <HoursTable all={all} written={written} />}
    </section>
  );
}

type Hours = { readonly all: readonly TriedHour[]; readonly written: Written };

function Bars({ all, sentence, written }: Hours & { readonly sentence: string }): JSX.Element {
  const most = Math.max(1, ...all.map((it) => it.delivered + it.other));
  const high = (count: number) => (count / most) * height;
  return (
    <figure class="hours">
      <svg width="100%" height={height + 2} role="img" aria-label={sentence}>
        <line class="ground" x1="0" x2="100%" y1={height + 1} y2={height + 1} />
        {all.map((it, place) => (
          <g key={it.from}>
            <rect
              class="delivered"
              x={percent(place * step + 0.4)}
              width={percent(step - 0.8)}
              y={height - high(it.delivered)}
              height={high(it.delivered)}
            />
            <rect
              class="other"
              x={percent(place * step + 0.4)}
              width={percent(step - 0.8)}
              y={height - high(it.delivered + it.other)}
              height={high(it.other)}
            />
          </g>
        ))}
      </svg>
      <div class="scale" aria-hidden="true">
        <span>{written.say('console.developers.hours.ago')}</span>
        <span>{written.say('console.developers.hours.now')}</span>
      </div>
    </figure>
  );
}

function HoursTable({ all, written }: Hours): JSX.Element {
  const { say, number, moment } = written;
  const title = say('console.developers.hours.table');
  return (
    <details>
      <summary>{title}</summary>
      <TableRegion name={title}>
        <table>
          <ColumnHeads
            names={[
              say('console.developers.hours.from'),
              say('console.developers.state.delivered'),
              say('console.developers.hours.other'),
            ]}
          />
          <tbody>
            {all
              .filter((it) => it.delivered + it.other > 0)
              .map((it) => (
                <tr key={it.from}>
                  <th scope="row">{moment(it.from)}</th>
                  <td>{number(it.delivered)}</td>
                  <td>{number(it.other)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </TableRegion>
    </details>
  );
}
