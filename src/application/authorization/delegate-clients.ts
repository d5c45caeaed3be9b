import type { ClientStore } from '../ports/client-store.js';
import type { AddClient, RotateClientSecret } from './manage-clients.js';

/** What whoever asks may do itself. */
type Held = { readonly heldScopes: readonly string[] };
type NotHeld = { readonly ok: false; readonly failure: 'scopes_not_held' };

/** As `AddClient`, by a caller who passes on what it may do itself, and nothing more. */
export type DelegateClient = (
  client: Parameters<AddClient>[0] & Held,
) => Promise<Awaited<ReturnType<AddClient>> | NotHeld>;

/** As `RotateClientSecret`: whoever is told a secret may do what its client may. */
export type RotateDelegatedSecret = (
  key: Parameters<RotateClientSecret>[0] & Held,
) => Promise<Awaited<ReturnType<RotateClientSecret>> | NotHeld>;

const notHeld: NotHeld = { ok: false, failure: 'scopes_not_held' };

function holdsAll(scopes: readonly string[], held: readonly string[]): boolean {
  return scopes.every((it) => held.includes(it));
}

/** Adds a client that may do no more than whoever adds it. */
export function makeDelegateClient({
  addClient,
}: {
  readonly addClient: AddClient;
}): DelegateClient {
  return async ({ heldScopes, ...client }) =>
    holdsAll(client.scopes, heldScopes) ? addClient(client) : notHeld;
}

/** Gives a client a new secret, where it may do no more than whoever asks. */
export function makeRotateDelegatedSecret(deps: {
  readonly clients: Pick<ClientStore, 'find'>;
  readonly rotateClientSecret: RotateClientSecret;
}): RotateDelegatedSecret {
  return async ({ heldScopes, ...key }) => {
    const client = await deps.clients.find(key.id);
    const isOwn = client?.organisationId === key.organisationId;
    if (isOwn && !holdsAll(client.scopes, heldScopes)) return notHeld;
    return deps.rotateClientSecret(key);
  };
}
