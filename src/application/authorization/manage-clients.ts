import { type ClientId, type OrganisationId, toClientId } from '../../domain/ids.js';
import { looksLikeNoClient } from '../../domain/user-product/requester.js';
import type { ApiClient, ClientStore } from '../ports/client-store.js';
import type { SecretHashes } from '../ports/secret-hashes.js';

/** An API client as an operator sees it: never its secret, nor the hash of it. */
type ListedClient = Omit<ApiClient, 'secretHash'>;

type NewClient = {
  readonly organisationId: OrganisationId;
  readonly id: string;
  /** Null: one is generated. */
  readonly secret: string | null;
  readonly scopes: readonly string[];
  readonly provisionService: string;
};

/** `secret` is told this once and kept nowhere. */
export type AddClient = (client: NewClient) => Promise<
  | { readonly ok: true; readonly secret: string }
  | {
      readonly ok: false;
      readonly failure: 'client_id_taken' | 'client_id_not_allowed' | 'secret_not_allowed';
    }
>;
export type ListClients = (
  organisationId: OrganisationId | 'all',
) => Promise<readonly ListedClient[]>;

type ClientKey = { readonly organisationId: OrganisationId; readonly id: ClientId };
type UnknownClient = { readonly ok: false; readonly failure: 'unknown_client' };

/** Felt by every process within 5 s. */
export type SwitchClient = (key: ClientKey) => Promise<{ readonly ok: true } | UnknownClient>;
export type RotateClientSecret = (
  key: ClientKey & { readonly secret: string | null },
) => Promise<
  | { readonly ok: true; readonly secret: string }
  | UnknownClient
  | { readonly ok: false; readonly failure: 'secret_not_allowed' }
>;

export type ManageClientsDeps = {
  readonly clients: ClientStore;
  readonly hashes: Pick<SecretHashes, 'hash'>;
  /** A secret that nobody can guess: 256 bits or more, printable. */
  readonly generateSecret: () => string;
};

const unknownClient: UnknownClient = { ok: false, failure: 'unknown_client' };
/** What OAuth allows in either (RFC 6749 appendix A): printable ASCII. */
const printable = /^[\x20-\x7e]{1,255}$/;

/** Adds a client with the secret given, or with a new one. */
export function makeAddClient(deps: ManageClientsDeps): AddClient {
  return async ({ secret: given, id, ...client }) => {
    if (!printable.test(id) || looksLikeNoClient(id))
      return { ok: false, failure: 'client_id_not_allowed' };
    const secret = given ?? deps.generateSecret();
    if (!printable.test(secret)) return { ok: false, failure: 'secret_not_allowed' };
    const secretHash = await deps.hashes.hash(secret);
    const row = { ...client, id: toClientId(id), secretHash, disabled: false };
    const added = await deps.clients.insert(row);
    return added ? { ok: true, secret } : { ok: false, failure: 'client_id_taken' };
  };
}

/** The clients of an organisation, or of all. */
export function makeListClients(deps: Pick<ManageClientsDeps, 'clients'>): ListClients {
  return async (organisationId) => {
    const clients = await deps.clients.list(organisationId);
    return clients.map(({ id, organisationId: owner, scopes, provisionService, disabled }) => ({
      id,
      organisationId: owner,
      scopes,
      provisionService,
      disabled,
    }));
  };
}

/** A disabled client can do nothing, whatever tokens it holds. */
export function makeDisableClient(deps: Pick<ManageClientsDeps, 'clients'>): SwitchClient {
  return makeSwitch(deps, true);
}

/** A client that was disabled may call again, also with a token that has not expired. */
export function makeEnableClient(deps: Pick<ManageClientsDeps, 'clients'>): SwitchClient {
  return makeSwitch(deps, false);
}

function makeSwitch(deps: Pick<ManageClientsDeps, 'clients'>, disabled: boolean): SwitchClient {
  return async ({ organisationId, id }) =>
    (await deps.clients.update(organisationId, id, { disabled })) ? { ok: true } : unknownClient;
}

/** The old secret gets no more tokens from now on; tokens that were issued live on until they expire. */
export function makeRotateClientSecret(deps: ManageClientsDeps): RotateClientSecret {
  return async ({ organisationId, id, secret: given }) => {
    const secret = given ?? deps.generateSecret();
    if (!printable.test(secret)) return { ok: false, failure: 'secret_not_allowed' };
    const secretHash = await deps.hashes.hash(secret);
    const changed = await deps.clients.update(organisationId, id, { secretHash });
    return changed ? { ok: true, secret } : unknownClient;
  };
}
