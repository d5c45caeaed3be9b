import type { CountTierUse } from '../../../application/product-groups/count-tier-use.js';
import type {
  CreateGroup,
  DeleteGroup,
  FindGroup,
  ListGroups,
  ReplaceGroup,
} from '../../../application/product-groups/group-commands.js';
import type { PreviewTier } from '../../../application/product-groups/preview-tier.js';

/** What the pages of product groups ask for. */
export type GroupsDeps = {
  readonly listGroups: ListGroups;
  readonly findGroup: FindGroup;
  readonly createGroup: CreateGroup;
  readonly replaceGroup: ReplaceGroup;
  readonly deleteGroup: DeleteGroup;
  readonly countTierUse: CountTierUse;
  readonly previewTier: PreviewTier;
};
