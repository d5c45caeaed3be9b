import { makeCatalogue, type Catalogue } from '../../../src/domain/catalogue/catalogue.js';
import type { Package } from '../../../src/domain/catalogue/package.js';
import type { ChangeTarget } from '../../../src/domain/change/change-decision.js';
import type { PaywayBehaviour } from '../../../src/domain/user-product/change.js';
import type { TimeZone } from '../../../src/domain/time/instant.js';
import { stockholm } from './at.js';
import { buildPackage, buildPeriod, firstPeriod, money, sek } from './build-package.js';
import type { ChangeRequest } from './subscription-life.js';

/** Four monthly packages, each ranked above the one before: free, 50.00, 100.00, 200.00 SEK. */
export const free = rung({ number: 100, rank: 1, price: 0 });
export const lite = rung({ number: 200, rank: 5, price: 5_000 });
export const basic = rung({ number: 300, rank: 10, price: 10_000 });
export const digital = rung({ number: 400, rank: 20, price: 20_000 });

export const ladder: readonly Package[] = [free, lite, basic, digital];

function rung({ number, rank, price }: { number: number; rank: number; price: number }): Package {
  const periods = [buildPeriod({ number: number + 1, price: money(price) })];
  return buildPackage({ number, rank, periods });
}

/** The catalogue of the ladder, some of its packages replaced. */
export function ladderCatalogue(
  timeZone: TimeZone = stockholm,
  replaced: readonly Package[] = [],
): Catalogue {
  const packages = ladder.map((pack) => replaced.find((it) => it.id === pack.id) ?? pack);
  return makeCatalogue({ timeZone, currency: sek, packages });
}

export function targetOf(pack: Package): ChangeTarget {
  return { package: pack, period: firstPeriod(pack), quantity: 1, tierId: null };
}

/** A request for the package's only period. */
export function toBe(pack: Package, behaviour: PaywayBehaviour = 'default'): ChangeRequest {
  return { target: targetOf(pack), behaviour };
}
