import type { Catalogue } from '../../domain/catalogue/catalogue.js';
import type { ProductGroup, Tier } from '../../domain/catalogue/product-group.js';
import type { OrganisationId, ProductGroupId, TierId } from '../../domain/ids.js';
import type {
  FullResource,
  InvalidFields,
  MovedResource,
  UnknownResource,
} from '../catalogue/refused-write.js';
import type { TakenVersions } from '../catalogue/takes-version.js';
import type { ListOrder, Page, PageQuery } from '../ports/page.js';

/** A group with the packages and periods that its tiers name. One that an import has taken away is not among them. */
export type ShownGroup = { readonly group: ProductGroup; readonly catalogue: Catalogue };

/** A row as it was given. An id: that tier of the group; null: the tier of that package, else a new one. */
export type TierRow = Omit<Tier, 'id'> & { readonly id: TierId | null };

export type GroupKey = { readonly organisationId: OrganisationId; readonly id: ProductGroupId };

type GroupFields = Pick<ProductGroup, 'name' | 'enabled' | 'forceSameBillingInterval'>;

type ListGroupsQuery = PageQuery & {
  readonly organisationId: OrganisationId;
  readonly order: ListOrder<'createdAt' | 'name'>;
};

/** `tiers` have no id. */
export type CreateGroupCommand = GroupFields & {
  readonly organisationId: OrganisationId;
  /** Chosen beforehand by whoever may call again for the same one; null: a new id. */
  readonly chosenId: ProductGroupId | null;
  readonly tiers: readonly TierRow[];
};

/** Null: as it is. */
export type ReplaceGroupCommand = GroupKey & {
  readonly name: string;
  readonly enabled: boolean;
  readonly forceSameBillingInterval: boolean | null;
  readonly tiers: readonly TierRow[] | null;
  readonly ifMatch: TakenVersions;
};

type DeleteGroupCommand = GroupKey & { readonly ifMatch: TakenVersions };

/** Living items are on these tiers, or pending changes aim at them. */
export type TiersInUse = {
  readonly ok: false;
  readonly failure: 'tier_in_use';
  readonly tierIds: readonly TierId[];
};

type WrittenGroup = { readonly ok: true } & ShownGroup;

/** Null for an organisation that is unknown. */
export type ListGroups = (
  query: ListGroupsQuery,
) => Promise<{ readonly groups: Page<ProductGroup>; readonly catalogue: Catalogue } | null>;
export type FindGroup = (key: GroupKey) => Promise<ShownGroup | null>;
/** Not found: the organisation. Faults are at `name` and `tiers`. */
export type CreateGroup = (
  command: CreateGroupCommand,
) => Promise<WrittenGroup | UnknownResource | InvalidFields | FullResource>;
/** What changes nothing is answered as it stands, at the same version. */
export type ReplaceGroup = (
  command: ReplaceGroupCommand,
) => Promise<WrittenGroup | UnknownResource | MovedResource | InvalidFields | TiersInUse>;
export type DeleteGroup = (
  command: DeleteGroupCommand,
) => Promise<{ readonly ok: true } | UnknownResource | MovedResource | TiersInUse>;
