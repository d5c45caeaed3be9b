import type { JSX } from 'preact';
import type { ChangeDecision } from '../../../domain/change/change-decision.js';
import type { ChangeKind, PaywayBehaviour } from '../../../domain/user-product/change.js';
import { TextField } from '../../kit/form-parts.js';
import { Icon } from '../../kit/icon.js';
import type { IconName } from '../../kit/icon-shapes.js';
import { ColumnHeads, TableRegion } from '../../kit/parts.js';
import { moneyLines } from '../../kit/subscription/money-lines.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import type { Telling } from '../../kit/subscription/telling.js';
import { thenWords } from '../../kit/subscription/then-words.js';
import type { Say } from '../../kit/words.js';
import { FactsLine, Refusals } from './refusal-words.js';
import type { Target, Targets } from './targets.js';
import { ruleWords } from './timeline-rows.js';

export type TargetsView = {
  readonly targets: Targets;
  readonly telling: Telling;
  readonly behaviour: PaywayBehaviour;
  readonly quantity: number;
  /** The page itself, for the quantity to be asked for. */
  readonly action: string;
  readonly behaviourHref: (behaviour: PaywayBehaviour) => string;
  /** Where a choice is confirmed; null: whoever looks may not order it. */
  readonly confirmHref: ((choice: string) => string) | null;
  /** Null: these are all. */
  readonly more: string | null;
};

type Props = { readonly view: TargetsView };

/** Every target of the catalogue: what it comes to and why, or why not (docs/spec/pages.md §11). */
export function TargetsSection({ view }: Props): JSX.Element {
  const { targets, telling, more } = view;
  const { say } = telling.written;
  const title = say('console.subscription.possible.title');
  const { rows, group } = targets;
  return (
    <section id="possible">
      <h2>{title}</h2>
      <p class="hint">
        {group === null
          ? say('console.subscription.possible.packages')
          : say('console.subscription.possible.group', { name: group })}
      </p>
      {targets.by === 'packages' ? <Behaviours view={view} /> : null}
      {targets.takesQuantity ? <QuantityForm view={view} /> : null}
      {rows.length === 0 ? (
        <p class="empty">{say('console.subscription.possible.none')}</p>
      ) : (
        <TableRegion name={title}>
          <table class="targets">
            <ColumnHeads
              names={[
                say('console.subscription.possible.target'),
                say('console.subscription.possible.price'),
                say('console.subscription.possible.outcome'),
                say('console.subscription.timeline.why'),
                say('console.subscription.possible.when'),
                say('console.subscription.timeline.money'),
              ]}
            />
            <tbody>
              {rows.map((target) => (
                <TargetRow
                  key={`${target.name} ${target.period?.id ?? ''}`}
                  {...{ target, view }}
                />
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {more === null ? null : (
        <p>
          <a href={more}>{say('console.subscription.possible.more')}</a>
        </p>
      )}
    </section>
  );
}

function Behaviours({ view }: Props): JSX.Element {
  const { behaviour, behaviourHref, telling } = view;
  const { say } = telling.written;
  return (
    <ul class="filter-links" aria-label={say('console.subscription.possible.behaviours')}>
      {(['default', 'explicit'] as const).map((it) => (
        <li key={it}>
          <a href={behaviourHref(it)} aria-current={it === behaviour ? 'true' : undefined}>
            {say(`console.subscription.behaviour.${it}`)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function QuantityForm({ view }: Props): JSX.Element {
  const { action, quantity, telling } = view;
  const { say } = telling.written;
  return (
    <form method="get" action={action} class="inline">
      <TextField name="quantity" label={say('change.quantity')} value={String(quantity)} />
      <button class="action second" type="submit">
        {say('console.subscription.possible.reckon')}
      </button>
    </form>
  );
}

const icons: Readonly<Record<ChangeKind, IconName>> = {
  upgrade: 'arrow-up',
  downgrade: 'arrow-down',
  change: 'arrow-left-right',
};

function TargetRow({ target, view }: Props & { readonly target: Target }): JSX.Element {
  const { telling } = view;
  const { name, period, quantity, outcome } = target;
  const { say } = telling.written;
  const price = period === null ? '' : priceFor(telling, period, quantity);
  if (outcome.ok) {
    const { choice, decision } = outcome;
    return <OpenRow {...{ name, price, choice, decision, view }} />;
  }
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{price}</td>
      <td>
        <span class="outcome ends">
          <Icon name="circle-x" /> {say('console.subscription.possible.refused')}
        </span>
      </td>
      <td colSpan={3}>
        <Refusals refusals={outcome.refusals} say={say} />
      </td>
    </tr>
  );
}

function OpenRow(
  props: Props & {
    readonly name: string;
    readonly price: string;
    readonly choice: string;
    readonly decision: ChangeDecision;
  },
): JSX.Element {
  const { name, price, choice, decision, view } = props;
  const { written } = view.telling;
  const { say, day } = written;
  const { kind, rule, requirements, effectiveAt, timing, amounts, next, target } = decision;
  const isAtOnce = timing === 'immediately';
  const lines = moneyLines(
    { effectiveAt, isAtOnce, amounts, validTo: next.validTo },
    name,
    written,
  );
  return (
    <tr>
      <th scope="row">
        {view.confirmHref === null ? name : <a href={view.confirmHref(choice)}>{name}</a>}
      </th>
      <td>{price}</td>
      <td>
        <span class="outcome good">
          <Icon name={icons[kind]} /> {say(`kind.${kind}`)}
        </span>
      </td>
      <td class="why">
        <Held {...{ rule, requirements, say }} />
      </td>
      <td class="falls">
        {isAtOnce ? say('when.now') : say('when.day', { day: day(effectiveAt) })}{' '}
        <span class="hint">{thenWords(written, target.period, next.validTo)}</span>
      </td>
      <td class="money">
        {lines.now} <span class="hint">{lines.arithmetic}</span>
      </td>
    </tr>
  );
}

/** The rule that decided, and on opening each requirement that holds, with what it was checked on. */
function Held({
  rule,
  requirements,
  say,
}: Pick<ChangeDecision, 'rule' | 'requirements'> & { readonly say: Say }): JSX.Element {
  return (
    <details>
      <summary>{ruleWords(say, rule)}</summary>
      <ul class="rules">
        {requirements.map(({ code, facts }) => (
          <li key={code}>
            <span aria-hidden="true">✓</span> {say('console.subscription.held')}:{' '}
            <code>{code}</code> <FactsLine facts={facts} />
          </li>
        ))}
      </ul>
    </details>
  );
}
