import type { GroupRefusalReason } from '../../domain/change/product-groups/group-refusal.js';
import { groupPolicy } from '../../domain/change/product-groups/group-policy.js';
import type { TierName } from '../../domain/change/product-groups/tier-name.js';
import type { RequestChange, RequestChangeCommand } from '../change/change-command.js';
import type { WriteGuards } from '../commit/guards.js';
import type { WriteResult } from '../commit/write-result.js';

type ApplyTierCommand = RequestChangeCommand<TierName>;
export type ApplyTierResult = WriteResult<GroupRefusalReason>;
export type ApplyTier = (
  command: ApplyTierCommand,
  guards?: WriteGuards,
) => Promise<ApplyTierResult>;

/** Changes what a subscription is on by the rules of its product group (docs/spec/product-groups-api.md §3). */
export function makeApplyTier(deps: { readonly requestChange: RequestChange }): ApplyTier {
  return (command, guards) => deps.requestChange(command, groupPolicy, guards);
}
