import { makeFindChangeDocuments } from '../application/billing/find-change-documents.js';
import type { ReadOrganisationContext } from '../application/catalogue/organisation-context.js';
import { makeDialectChanges } from '../application/change/dialect-changes.js';
import { makeListAvailableChanges } from '../application/change/list-available-changes.js';
import {
  type ListOfferedChanges,
  makeListOfferedChanges,
} from '../application/change/list-offered-changes.js';
import { makePreviewChange } from '../application/change/preview-change.js';
import { makeRequestChange } from '../application/change/request-change.js';
import type { OrganisationNow } from '../application/clock/organisation-now.js';
import type { Attempts } from '../application/commit/attempts.js';
import type { LoadUserProduct } from '../application/commit/load-user-product.js';
import { makeWriteByRule } from '../application/commit/write-by-rule.js';
import { makeApplyTier } from '../application/product-groups/apply-tier.js';
import { makeAssignTier } from '../application/product-groups/assign-tier.js';
import { makeListChangeOptions } from '../application/product-groups/list-change-options.js';
import { makePreviewTier } from '../application/product-groups/preview-tier.js';
import { makeReadApplied } from '../application/product-groups/read-applied.js';
import { makeReadAsOfNow } from '../application/user-product/read-as-of-now.js';
import { makePaywayPolicy } from '../domain/change/payway/payway-policy.js';
import type { PaywayBehaviour } from '../domain/user-product/change.js';
import type { ChangeStores, Surroundings } from './change-surroundings.js';

type Parts = {
  readonly readContext: ReadOrganisationContext;
  readonly organisationNow: OrganisationNow;
  readonly attempts: Attempts;
  readonly load: LoadUserProduct;
};

/** Changes as each dialect asks for them: the use cases that know no policy, each under its own. */
export function composeChanges(stores: ChangeStores, surroundings: Surroundings, parts: Parts) {
  const { exportingIntegrations } = surroundings;
  const shared = { ...stores, ...surroundings, ...parts };
  const deps = { ...shared, readAsOfNow: makeReadAsOfNow(shared) };
  const requestChange = makeRequestChange(deps);
  const useCases = {
    requestChange,
    previewChange: makePreviewChange(deps),
    listAvailableChanges: makeListAvailableChanges(deps),
  };
  const policies = {
    default: makePaywayPolicy({ behaviour: 'default', exportingIntegrations }),
    explicit: makePaywayPolicy({ behaviour: 'explicit', exportingIntegrations }),
  };
  const listOfferedChanges = makeListOfferedChanges(deps);
  return {
    ...makeDialectChanges(useCases, policies),
    applyTier: makeApplyTier({ requestChange }),
    assignTier: makeAssignTier({ ...deps, writeByRule: makeWriteByRule(parts) }),
    listChangeOptions: makeListChangeOptions(deps),
    previewTier: makePreviewTier(deps),
    listOfferedChanges: (query: Parameters<ListOfferedChanges>[0], behaviour: PaywayBehaviour) =>
      listOfferedChanges(query, policies[behaviour]),
    readContext: parts.readContext,
    readApplied: makeReadApplied({
      ...parts,
      findDocuments: makeFindChangeDocuments(stores),
    }),
  };
}
