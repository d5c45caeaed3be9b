import type { JSX } from 'preact';
import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { Written } from '../../kit/written.js';
import { ticksOf } from './timeline-ticks.js';
import type { Lane, Mark, PriceStep, Timeline } from './timeline.js';

const laneHeight = 34;
const top = 22;
const stepsHeight = 56;
const ticksHeight = 18;

type Scale = { readonly from: number; readonly to: number; readonly now: number };

type Picture = {
  readonly timeline: Timeline;
  readonly life: Pick<SubscriptionLife, 'last' | 'now' | 'context'>;
  readonly written: Written;
};

/** The life of a subscription: a lane a user product, what happened on it, today, and below what it cost. */
export function TimelinePicture({ timeline, life, written }: Picture): JSX.Element | null {
  const { lanes, marks, steps } = timeline;
  const scale = scaleOf(timeline, life);
  if (scale === null) return null;
  const { say, shortDay, day } = written;
  const lanesEnd = top + lanes.length * laneHeight;
  const stepsEnd = lanesEnd + stepsHeight;
  const sentence = say('console.subscription.timeline.sentence', {
    count: lanes.length,
    from: day(scale.from as Instant),
    today: day(life.now),
  });
  const todayAt = percent(life.now, scale);
  return (
    <figure class="timeline">
      <svg width="100%" height={stepsEnd + ticksHeight} role="img" aria-label={sentence}>
        <defs>
          <pattern id="waiting" width="6" height="6" patternUnits="userSpaceOnUse">
            <path class="hatch" d="M0 6L6 0" />
          </pattern>
        </defs>
        <Ticks {...{ scale, life, written, y: stepsEnd }} />
        {lanes.map((lane, row) => (
          <LaneBar key={lane.id} {...{ lane, scale, y: top + row * laneHeight }} />
        ))}
        <Waiting {...{ life, scale, written, y: top + (lanes.length - 1) * laneHeight }} />
        {marks.map((mark, place) => {
          const row = lanes.findIndex(({ id }) => id === mark.lane);
          const key = `${String(place)} ${mark.type}`;
          return <MarkShape key={key} {...{ mark, scale, y: top + row * laneHeight + 23 }} />;
        })}
        <PriceLine {...{ steps, scale, written, y: lanesEnd }} />
        <line class="today" x1={todayAt} x2={todayAt} y1={top - 6} y2={stepsEnd} />
        <text class="now" x={todayAt} y={12} text-anchor={anchorOf(life.now, scale)}>
          {say('bar.today')}
        </text>
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{shortDay(scale.from as Instant)}</span>
        <span>{shortDay(scale.to as Instant)}</span>
      </div>
    </figure>
  );
}

/** From the beginning of the first lane to behind what is known to come; null where nothing has any length. */
function scaleOf({ lanes }: Timeline, { last, now }: Picture['life']): Scale | null {
  const begins = lanes.map(({ from }) => from);
  const ends = lanes.flatMap(({ to }) => to ?? []);
  const from = Math.min(now, ...begins);
  const known = Math.max(now, ...ends);
  const span = known - from;
  if (span <= 0) return null;
  return { from, to: last.pendingChange === null ? known : known + Math.round(span / 5), now };
}

function shareOf(at: number, { from, to }: Scale): number {
  return Math.min(Math.max((at - from) / (to - from), 0), 1);
}

function percent(at: number, scale: Scale): string {
  return `${String(Math.round(shareOf(at, scale) * 1_000) / 10)}%`;
}

/** Which side of its mark a label stands on, so that it never leaves the picture. */
function anchorOf(at: number, scale: Scale): 'start' | 'middle' | 'end' {
  const share = shareOf(at, scale);
  if (share < 0.1) return 'start';
  return share > 0.9 ? 'end' : 'middle';
}

function widthOf(from: number, to: number, scale: Scale): string {
  return `${String(Math.round((shareOf(to, scale) - shareOf(from, scale)) * 1_000) / 10)}%`;
}

function LaneBar(props: { readonly lane: Lane; readonly scale: Scale; readonly y: number }) {
  const { lane, scale, y } = props;
  const { name, from, to, hasEnded } = lane;
  const end = to ?? scale.to;
  const isLate = shareOf(from, scale) > 0.6;
  return (
    <>
      <text
        class="lane"
        x={isLate ? percent(end, scale) : percent(from, scale)}
        y={y + 11}
        text-anchor={isLate ? 'end' : 'start'}
      >
        {name}
      </text>
      <rect
        class={hasEnded ? 'gone' : 'left'}
        x={percent(from, scale)}
        y={y + 18}
        width={widthOf(from, end, scale)}
        height={10}
      />
    </>
  );
}

/** The months or years that the picture goes over, each a line with its name below. */
function Ticks(props: {
  readonly scale: Scale;
  readonly life: Picture['life'];
  readonly written: Written;
  readonly y: number;
}): JSX.Element {
  const { scale, life, written, y } = props;
  return (
    <>
      {ticksOf(scale, life.context.catalogue.timeZone).map(({ at, unit }) => {
        const x = percent(at, scale);
        return (
          <g key={at}>
            <line class="tick" x1={x} x2={x} y1={top} y2={y} />
            <text class="date" x={x} y={y + 13} text-anchor={anchorOf(at, scale)}>
              {written[unit](at)}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** What waits, hatched behind its day. */
function Waiting(props: {
  readonly life: Picture['life'];
  readonly scale: Scale;
  readonly written: Written;
  readonly y: number;
}): JSX.Element | null {
  const { life, scale, written, y } = props;
  const pending = life.last.pendingChange;
  if (pending === null) return null;
  const name = packageNameIn(life.context.catalogue, pending.target);
  return (
    <>
      <rect
        class="waiting"
        x={percent(pending.dueAt, scale)}
        y={y + 16}
        width={widthOf(pending.dueAt, scale.to, scale)}
        height={14}
        fill="url(#waiting)"
      />
      <text class="lane" x="100%" y={y + 11} text-anchor="end">
        {`◷ ${name}, ${written.shortDay(pending.dueAt)}`}
      </text>
    </>
  );
}

const shapes = {
  upgrade: '▲',
  downgrade: '▼',
  change: '↔',
  ends: '✕',
  renews: '↻',
  waits: '◷',
  money: '•',
  other: '•',
} as const satisfies Record<Mark['sign'], string>;

/** The shape that stands for what happened; its word stands beside it wherever it is needed. */
export function shapeOf(sign: Mark['sign']): string {
  return shapes[sign];
}

function MarkShape(props: { readonly mark: Mark; readonly scale: Scale; readonly y: number }) {
  const { mark, scale, y } = props;
  return (
    <text class={`mark ${mark.sign}`} x={percent(mark.at, scale)} y={y + 5} text-anchor="middle">
      {shapes[mark.sign]}
    </text>
  );
}

/** A line that is the higher the more a period costs, from step to step, with each amount on it. */
function PriceLine(props: {
  readonly steps: readonly PriceStep[];
  readonly scale: Scale;
  readonly written: Written;
  readonly y: number;
}): JSX.Element {
  const { steps, scale, written, y } = props;
  const most = Math.max(1, ...steps.map(({ price }) => price?.amountMinor ?? 0));
  const heightAt = ({ price }: PriceStep): number =>
    y + 48 - Math.round((28 * (price?.amountMinor ?? 0)) / most);
  return (
    <>
      {steps.map((it, place) => {
        const next = steps[place + 1];
        const to = next?.at ?? scale.to;
        const [x, end] = [percent(it.at, scale), percent(to, scale)];
        return (
          <g key={it.at}>
            <line class="step" x1={x} x2={end} y1={heightAt(it)} y2={heightAt(it)} />
            {next === undefined ? null : (
              <line class="step" x1={end} x2={end} y1={heightAt(it)} y2={heightAt(next)} />
            )}
            {it.price === null || !hasRoom(it.at, to, scale) ? null : (
              <text class="price" x={x} y={heightAt(it) - 4}>
                {written.money(it.price)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

/** Whether an amount can be read on so short a step. */
function hasRoom(from: number, to: number, scale: Scale): boolean {
  return shareOf(to, scale) - shareOf(from, scale) > 0.12;
}
