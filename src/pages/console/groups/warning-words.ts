import type { Catalogue } from '../../../domain/catalogue/catalogue.js';
import type { GroupWarning } from '../../../domain/change/product-groups/group-warnings.js';
import type { Written } from '../../kit/written.js';
import { tierNameIn } from './group-at.js';

/** A warning as a sentence that says what follows from it. */
export function warningWords(
  it: GroupWarning,
  { catalogue, written }: { readonly catalogue: Catalogue; readonly written: Written },
): string {
  const { say, interval } = written;
  switch (it.warning) {
    case 'lowest_downgradeable':
    case 'highest_upgradeable':
      return say(`console.groups.warning.${it.warning}`, { name: tierNameIn(catalogue, it.tier) });
    case 'price_against_position': {
      const name = tierNameIn(catalogue, it.tier);
      return say(`console.groups.warning.${it.warning}`, {
        ...{ name, below: tierNameIn(catalogue, it.below) },
      });
    }
    case 'interval_missing': {
      const name = tierNameIn(catalogue, it.tier);
      return say(`console.groups.warning.${it.warning}`, { name, interval: interval(it.interval) });
    }
    case 'one_interval_forced':
    case 'currencies_mixed':
    case 'nobody_assigned':
      return say(`console.groups.warning.${it.warning}`);
  }
}
