import type { JSX } from 'preact';
import type { PaymentPeriod } from '../../domain/catalogue/package.js';
import type { ChangeDecision } from '../../domain/change/change-decision.js';
import type { DecidedTier } from '../../domain/change/product-groups/decide-tiers.js';
import type { ChangeKind } from '../../domain/user-product/change.js';
import { groupRefusalKeys } from './group-refusal-keys.js';
import type { IconName } from './icon-shapes.js';
import { Icon } from './icon.js';
import { ColumnHeads, TableRegion } from './parts.js';
import { moneyLines } from './subscription/money-lines.js';
import { priceFor } from './subscription/named-price.js';
import type { Telling } from './subscription/telling.js';

/** A tier, and what of it somebody may be switched to; where that is nothing, why. */
type SwitchTier = Pick<DecidedTier, 'tier' | 'refusals'> & {
  readonly periods: readonly {
    readonly period: PaymentPeriod;
    readonly decision: ChangeDecision;
  }[];
};

export type SwitchRow =
  | {
      readonly name: string;
      readonly kind: ChangeKind;
      readonly price: string;
      readonly when: string;
      readonly now: string;
    }
  | { readonly name: string; readonly kind: null; readonly why: string };

type Shown = Pick<Telling, 'written' | 'includesVat'> & {
  readonly nameOf: (tier: DecidedTier['tier']) => string;
  /** Nobody has it, so that the end of the period is no day. */
  readonly isMadeUp: boolean;
};

/** What somebody on a tier may be switched to within the group, line by line (docs/spec/pages.md §12). */
export function switchRows(tiers: readonly SwitchTier[], shown: Shown): readonly SwitchRow[] {
  return tiers.flatMap(({ tier, periods, refusals }): SwitchRow[] => {
    const name = shown.nameOf(tier);
    if (periods.length > 0) return periods.map((it) => openRow(name, it, shown));
    const keys = new Set(refusals.map(({ reason }) => groupRefusalKeys[reason]));
    const why = [...keys].map((key) => shown.written.say(key)).join(' ');
    return [{ name, kind: null, why }];
  });
}

function openRow(
  name: string,
  { period, decision }: SwitchTier['periods'][number],
  shown: Shown,
): SwitchRow {
  const { written, isMadeUp } = shown;
  const { say, day } = written;
  const { kind, timing, effectiveAt, amounts, next, target } = decision;
  const isAtOnce = timing === 'immediately';
  const change = { effectiveAt, isAtOnce, amounts, validTo: next.validTo };
  const { now, arithmetic } = moneyLines(change, name, written);
  const later = isMadeUp
    ? say('console.groups.timing.end_of_period')
    : say('when.day', { day: day(effectiveAt) });
  return {
    name,
    kind,
    price: priceFor(shown, period, target.quantity),
    when: isAtOnce ? say('when.now') : later,
    now: arithmetic === null ? now : `${now} ${arithmetic}`,
  };
}

const iconOfSwitch: Readonly<Record<ChangeKind, IconName>> = {
  upgrade: 'arrow-up',
  downgrade: 'arrow-down',
  change: 'arrow-left-right',
};

/** The same as a table. */
export function SwitchTable(props: {
  readonly name: string;
  readonly rows: readonly SwitchRow[];
  readonly written: Telling['written'];
}): JSX.Element {
  const { name, rows, written } = props;
  const { say } = written;
  const heads = ['tier', 'what', 'price', 'when', 'now'] as const;
  return (
    <TableRegion name={name}>
      <table class="switches">
        <ColumnHeads names={heads.map((it) => say(`console.groups.switch.${it}`))} />
        <tbody>
          {rows.map((row, place) => (
            <tr key={place}>
              <th scope="row">{row.name}</th>
              {row.kind === null ? (
                <td colSpan={4} class="why">
                  {row.why}
                </td>
              ) : (
                <>
                  <td class={`kind ${row.kind}`}>
                    <Icon name={iconOfSwitch[row.kind]} /> {say(`kind.${row.kind}`)}
                  </td>
                  <td>{row.price}</td>
                  <td>{row.when}</td>
                  <td>{row.now}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
