import { z } from 'zod';
import { groupLimits } from '../../domain/catalogue/group-limits.js';
import {
  codeText,
  instantText,
  orNull,
  periodIdText,
  productGroupIdText,
  shortText,
  tierIdText,
} from './field-schemas.js';

const tierRowSchema = z.strictObject({
  id: tierIdText.optional(),
  package_code: codeText,
  period_ids: z.array(periodIdText).min(1).max(groupLimits.plansOfTier),
  position: z.int().min(1).max(groupLimits.position),
  label: orNull(shortText.max(groupLimits.labelLength)),
  upgradeable: z.boolean().default(true),
  downgradeable: z.boolean().default(true),
  change_timing: z.enum(['immediately', 'end_of_period']).default('end_of_period'),
  credit_type: z.enum(['pro_rata', 'full', 'last_invoiced', 'none']).default('none'),
});

/** A product group with its tiers (docs/spec/product-groups-api.md §2), what is absent as where one is made there. */
export const productGroupSchema = z.strictObject({
  id: productGroupIdText.optional(),
  name: shortText,
  enabled: z.boolean().default(true),
  force_same_billing_interval: z.boolean().default(false),
  tiers: z.array(tierRowSchema).max(groupLimits.tiers).default([]),
  /** As an export has it: which group was first decides where several could be meant. */
  created_at: orNull(instantText),
});
