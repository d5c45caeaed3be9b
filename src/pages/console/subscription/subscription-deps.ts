import type { FindAccount } from '../../../application/account/account-commands.js';
import type { DialectChanges } from '../../../application/change/dialect-changes.js';
import type {
  ListOfferedChanges,
  OfferedChanges,
} from '../../../application/change/list-offered-changes.js';
import type { ReadSubscription } from '../../../application/change/read-subscription.js';
import type { ReadTimeline } from '../../../application/change/read-timeline.js';
import type { UndoChange } from '../../../application/change/undo-change.js';
import type { ApplyTier } from '../../../application/product-groups/apply-tier.js';
import type { AssignTier } from '../../../application/product-groups/assign-tier.js';
import type { ListChangeOptions } from '../../../application/product-groups/list-change-options.js';
import type {
  CancelPendingChange,
  CancelUserProduct,
  EditUserProduct,
  ReactivateUserProduct,
} from '../../../application/user-product/edit-user-products.js';
import type { PaywayRefusalReason } from '../../../domain/change/payway/payway-refusal.js';
import type { OrganisationId } from '../../../domain/ids.js';
import type { PageSettings } from '../../../domain/portal/portal-settings.js';
import type { PaywayBehaviour } from '../../../domain/user-product/change.js';

/** What the pages of one subscription ask for. */
export type SubscriptionDeps = Pick<
  DialectChanges<PaywayRefusalReason>,
  'requestChange' | 'previewChange'
> & {
  readonly readSubscription: ReadSubscription;
  readonly readTimeline: ReadTimeline;
  readonly findAccount: FindAccount;
  readonly readPageSettings: (id: OrganisationId) => Promise<PageSettings | null>;
  readonly listChangeOptions: ListChangeOptions;
  readonly listOfferedChanges: (
    query: Parameters<ListOfferedChanges>[0],
    behaviour: PaywayBehaviour,
  ) => Promise<OfferedChanges<PaywayRefusalReason> | null>;
  readonly applyTier: ApplyTier;
  readonly assignTier: AssignTier;
  readonly undoChange: UndoChange;
  readonly cancelPendingChange: CancelPendingChange;
  readonly cancelUserProduct: CancelUserProduct;
  readonly reactivateUserProduct: ReactivateUserProduct;
  readonly editUserProduct: EditUserProduct;
};
