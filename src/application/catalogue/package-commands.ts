import type { Package } from '../../domain/catalogue/package.js';
import type { OrganisationId, PackageId } from '../../domain/ids.js';
import type { ListOrder, Page, PageQuery } from '../ports/page.js';
import type {
  FullResource,
  InvalidFields,
  MovedResource,
  UnknownResource,
} from './refused-write.js';
import type { TakenVersions } from './takes-version.js';
import type { Revision } from '../../domain/catalogue/revision.js';

/** A package of kind package or campaign, as it stands in the store now. */
export type PackageRecord = { readonly package: Package; readonly revision: Revision };

type PackageKey = { readonly organisationId: OrganisationId; readonly id: PackageId };

type ListPackageRecordsQuery = PageQuery & {
  readonly organisationId: OrganisationId;
  readonly order: ListOrder<'createdAt' | 'name'>;
};

export type CreatePackageCommand = {
  readonly organisationId: OrganisationId;
  /** Chosen beforehand by whoever may call again for the same one; null: a new id. */
  readonly chosenId: PackageId | null;
  readonly name: string;
  /** Null: `p-` and its id. */
  readonly code: string | null;
  readonly archived: boolean;
};

/** What is absent stays. A code is compared with the one that it has: it cannot be edited. */
export type EditPackageCommand = PackageKey & {
  readonly name: string;
  readonly code?: string | undefined;
  readonly archived?: boolean | undefined;
  readonly ifMatch: TakenVersions;
};

type Written = { readonly ok: true } & PackageRecord;

/** Archived ones too. */
export type ListPackageRecords = (query: ListPackageRecordsQuery) => Promise<Page<PackageRecord>>;
/** Null for one that is unknown, another organisation's, or of another kind. */
export type FindPackageRecord = (key: PackageKey) => Promise<PackageRecord | null>;
/** Fault: `duplicate` at `code`. */
export type CreatePackage = (
  command: CreatePackageCommand,
) => Promise<Written | InvalidFields | FullResource>;
/** Fault: `conflict` at `code`. What changes nothing is answered as it stands, at the same version. */
export type EditPackage = (
  command: EditPackageCommand,
) => Promise<Written | UnknownResource | MovedResource | InvalidFields>;
