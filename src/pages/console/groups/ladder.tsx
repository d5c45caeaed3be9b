import type { JSX } from 'preact';
import { Icon } from '../../kit/icon.js';
import { TableRegion } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import type { LadderArrow, LadderStep, LadderView } from './ladder-view.js';

const box = { width: 220, height: 48 } as const;
const pitch = 88;
const nearest = 36;
const further = 30;

/** The ladder of tiers: a picture, and the same as a table beside it. */
export function Ladder({ view, say }: { readonly view: LadderView; say: Say }): JSX.Element {
  const { steps, arrows, rows, left } = view;
  return (
    <div class="ladder">
      <TableRegion name={say('console.groups.ladder')}>
        <LadderPicture steps={steps} arrows={arrows} name={say('console.groups.ladderSays')} />
        <p class="hint">{say('console.groups.ladderKey')}</p>
      </TableRegion>
      <TableRegion name={say('console.groups.matrix')}>
        <table class="matrix">
          <caption>{say('console.groups.matrix')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('console.groups.fromTo')}</th>
              {rows.map(({ name }, place) => (
                <th key={place} scope="col">
                  {say('console.groups.toTier', { name })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }, place) => (
              <tr key={place}>
                <th scope="row">{name}</th>
                {cells.map(({ kind, terms }, column) => (
                  <td key={column} class={kind ?? 'nothing'}>
                    {kind === null ? null : (
                      <strong>
                        <Icon name={kind === 'upgrade' ? 'arrow-up' : 'arrow-down'} />{' '}
                        {say(`kind.${kind}`)}{' '}
                      </strong>
                    )}
                    {terms}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
      {left === 0 ? null : <p class="hint">{say('console.groups.ladderLeft', { count: left })}</p>}
    </div>
  );
}

function LadderPicture(props: {
  readonly steps: readonly LadderStep[];
  readonly arrows: readonly LadderArrow[];
  readonly name: string;
}): JSX.Element {
  const { steps, arrows, name } = props;
  const side = nearest + further * Math.max(1, steps.length - 1);
  const width = box.width + 2 * side;
  const height = box.height + pitch * (steps.length - 1) + 4;
  return (
    <svg class="steps" width={width} height={height} role="img" aria-label={name}>
      {steps.map((step, place) => (
        <g key={place}>
          <rect x={side} y={yOf(place)} width={box.width} height={box.height} rx="4" />
          <text class="name" x={side + box.width / 2} y={yOf(place) + 20} text-anchor="middle">
            {shortened(step.name, 26)}
          </text>
          <text x={side + box.width / 2} y={yOf(place) + 38} text-anchor="middle">
            {shortened(step.entered, 36)}
          </text>
        </g>
      ))}
      {arrows.map((it) => (
        <Arrow key={`${String(it.from)} ${String(it.to)}`} arrow={it} side={side} />
      ))}
    </svg>
  );
}

const yOf = (place: number): number => 2 + place * pitch;

/** Up on the right, down on the left, so that no two lie on each other. */
function Arrow({ arrow, side }: { readonly arrow: LadderArrow; side: number }): JSX.Element {
  const isUp = arrow.kind === 'upgrade';
  const sign = isUp ? 1 : -1;
  const x = isUp ? side + box.width : side;
  const distance = Math.abs(arrow.from - arrow.to);
  const bend = x + sign * (nearest + further * (distance - 1)) * 1.2;
  const y1 = yOf(arrow.from) + (isUp ? 14 : box.height - 14);
  const y2 = yOf(arrow.to) + (isUp ? box.height - 14 : 14);
  const tip = `M${text(x)} ${text(y2)}l${text(sign * 9)} -5v10z`;
  return (
    <g class={`${arrow.kind}${arrow.isLater ? ' later' : ''}`}>
      <path
        class="line"
        d={`M${text(x)} ${text(y1)}C${text(bend)} ${text(y1)} ${text(bend)} ${text(y2)} ${text(x + sign * 8)} ${text(y2)}`}
      />
      <path class="tip" d={tip} />
    </g>
  );
}

const text = (length: number): string => String(Math.round(length * 10) / 10);

/** What is longer stands whole in the table. */
function shortened(words: string, most: number): string {
  return words.length > most ? `${words.slice(0, most - 1)}…` : words;
}
