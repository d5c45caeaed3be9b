import type { DialectChanges } from '../../application/change/dialect-changes.js';
import type { ListOfferedChanges } from '../../application/change/list-offered-changes.js';
import type { ReadSubscription } from '../../application/change/read-subscription.js';
import type { ListDocuments } from '../../application/billing/list-documents.js';
import type { FindDocument } from '../../application/billing/find-document.js';
import type { ApplyTier } from '../../application/product-groups/apply-tier.js';
import type { ListChangeOptions } from '../../application/product-groups/list-change-options.js';
import type {
  CancelPendingChange,
  CancelUserProduct,
  ReactivateUserProduct,
} from '../../application/user-product/edit-user-products.js';
import type { ReadAccountRows } from '../../application/user-product/read-account-rows.js';
import type { Clock } from '../../application/ports/surroundings.js';
import type { LeavePageSession } from '../../application/portal/leave-page-session.js';
import type { OpenPortalLink } from '../../application/portal/open-portal-link.js';
import type { OrganisationId } from '../../domain/ids.js';
import type { PageLanguage, PageSettings } from '../../domain/portal/portal-settings.js';
import type { PaywayRefusalReason } from '../../domain/change/payway/payway-refusal.js';
import type { PaywayBehaviour } from '../../domain/user-product/change.js';
import type { OfferedChanges } from '../../application/change/list-offered-changes.js';

/** What the portal's pages call. */
export type PortalDeps = Pick<
  DialectChanges<PaywayRefusalReason>,
  'requestChange' | 'previewChange'
> & {
  readonly readAccountRows: ReadAccountRows;
  readonly readSubscription: ReadSubscription;
  readonly listChangeOptions: ListChangeOptions;
  readonly listOfferedChanges: (
    query: Parameters<ListOfferedChanges>[0],
    behaviour: PaywayBehaviour,
  ) => Promise<OfferedChanges<PaywayRefusalReason> | null>;
  readonly applyTier: ApplyTier;
  readonly cancelPendingChange: CancelPendingChange;
  readonly cancelUserProduct: CancelUserProduct;
  readonly reactivateUserProduct: ReactivateUserProduct;
  readonly listDocuments: ListDocuments;
  readonly findDocument: FindDocument;
  readonly openPortalLink: OpenPortalLink;
  readonly leavePageSession: LeavePageSession;
  readonly readPageSettings: (id: OrganisationId) => Promise<PageSettings | null>;
  readonly setSessionLanguage: (tokenHash: string, language: PageLanguage) => Promise<void>;
  /** Real time. */
  readonly clock: Clock;
  /** A key for one rendering of a form: 128 random bits. */
  readonly newKey: () => string;
  /** http on this machine is as good as https, in development and test. */
  readonly isLoopbackAllowed: boolean;
};
