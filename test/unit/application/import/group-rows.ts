import type {
  GroupImport,
  TierImport,
} from '../../../../src/application/import/organisation-import.js';
import { firstPeriod } from '../../../support/domain/build-package.js';
import { idOf } from '../../../support/domain/id-of.js';
import { basic } from './import-rows.js';

/** A tier of a file on `basic`, but for what is given. */
export function tierImport(edits: Partial<TierImport> = {}): TierImport {
  return {
    id: idOf(801),
    hasGivenId: true,
    packageCode: 'basic',
    periodIds: [firstPeriod(basic).id],
    position: 1,
    label: null,
    upgradeable: true,
    downgradeable: true,
    changeTiming: 'end_of_period',
    creditType: 'none',
    ...edits,
  };
}

/** A product group of a file without tiers, but for what is given. */
export function groupImport(edits: Partial<GroupImport> = {}): GroupImport {
  return {
    id: idOf(800),
    name: 'SaaS',
    enabled: true,
    forceSameBillingInterval: false,
    tiers: [],
    createdAt: null,
    ...edits,
  };
}
