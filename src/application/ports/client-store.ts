import type { ClientId, OrganisationId } from '../../domain/ids.js';

/** An API client. Belongs to one organisation; can be disabled but not deleted. */
export type ApiClient = {
  readonly id: ClientId;
  readonly organisationId: OrganisationId;
  /** `scrypt$…`, never the secret itself. */
  readonly secretHash: string;
  readonly scopes: readonly string[];
  readonly provisionService: string;
  readonly disabled: boolean;
};

/**
 * Client ids are unique in the installation, so a client is found without its organisation (docs/architecture.md §6).
 */
export type ClientStore = {
  find(id: ClientId): Promise<ApiClient | null>;
  list(organisationId: OrganisationId | 'all'): Promise<readonly ApiClient[]>;
  /** False: that id is taken, in this organisation or another. */
  insert(client: ApiClient): Promise<boolean>;
  /** False: no such client in this organisation. */
  update(
    organisationId: OrganisationId,
    id: ClientId,
    change: Partial<Pick<ApiClient, 'secretHash' | 'scopes' | 'provisionService' | 'disabled'>>,
  ): Promise<boolean>;
};
