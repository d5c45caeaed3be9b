import type { DialectChanges } from '../../application/change/dialect-changes.js';
import type { ChangePreview } from '../../application/change/preview-change.js';
import type { WriteResult } from '../../application/commit/write-result.js';
import type { PaywayRefusalReason } from '../../domain/change/payway/payway-refusal.js';

/** Changes as this dialect asks for them: under Payway's policy, refused for Payway's reasons. */
export type PaywayChanges = DialectChanges<PaywayRefusalReason>;
export type PaywayChangeResult = WriteResult<PaywayRefusalReason>;
export type PaywayChangePreview = ChangePreview<PaywayRefusalReason>;
