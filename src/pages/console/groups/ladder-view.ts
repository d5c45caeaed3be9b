import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import type { ProductGroup, Tier } from '../../../domain/catalogue/product-group.js';
import {
  allowedSwitches,
  type AllowedSwitch,
} from '../../../domain/change/product-groups/allowed-switches.js';
import type { Written } from '../../kit/written.js';
import { tierNameIn } from './group-at.js';

/** A tier of the picture; the highest one stands first. */
export type LadderStep = { readonly name: string; readonly entered: string };

/** An arrow from one step to another, both counted from the highest one. */
export type LadderArrow = {
  readonly from: number;
  readonly to: number;
  readonly kind: AllowedSwitch['kind'];
  readonly isLater: boolean;
};

/** What may be switched from a tier to each: a row of the table beside the picture, by position. */
type LadderRow = {
  readonly name: string;
  readonly cells: readonly {
    readonly kind: AllowedSwitch['kind'] | null;
    readonly terms: string;
  }[];
};

export type LadderView = {
  readonly steps: readonly LadderStep[];
  readonly arrows: readonly LadderArrow[];
  readonly rows: readonly LadderRow[];
  /** Tiers that are left out, as a picture of so many is none. */
  readonly left: number;
};

const mostDrawn = 12;

/** The switches that the settings of a group allow, as a ladder and as a table (docs/spec/pages.md §12). */
export function ladderView(
  group: ProductGroup,
  { catalogue, written }: { readonly catalogue: Catalogue; readonly written: Written },
): LadderView {
  const tiers = group.tiers.slice(0, mostDrawn);
  const switches = allowedSwitches({ tiers });
  const nameOf = (tier: Tier) => tierNameIn(catalogue, tier);
  const stepOf = (tier: Tier) => tiers.length - 1 - tiers.indexOf(tier);
  return {
    steps: tiers
      .toReversed()
      .map((tier) => ({ name: nameOf(tier), entered: entryTerms(tier, written) })),
    arrows: switches.map(({ from, to, kind, timing }) => ({
      ...{ from: stepOf(from), to: stepOf(to), kind },
      isLater: timing === 'end_of_period',
    })),
    rows: tiers.map((from) => ({
      name: nameOf(from),
      cells: tiers.map((to) => {
        const found = switches.find((it) => it.from === from && it.to === to);
        return { kind: found?.kind ?? null, terms: found ? entryTerms(to, written) : '–' };
      }),
    })),
    left: group.tiers.length - tiers.length,
  };
}

/** When a tier is entered, and what is then given back. Example: `At once, credit: pro rata`. */
export function entryTerms(
  { changeTiming, creditType }: Pick<Tier, 'changeTiming' | 'creditType'>,
  { say }: Pick<Written, 'say'>,
): string {
  const timing = say(`console.groups.timing.${changeTiming}`);
  if (changeTiming === 'end_of_period') return timing;
  const credit = say(`console.groups.credit.${creditType}`);
  return say('console.groups.terms', { timing, credit });
}
