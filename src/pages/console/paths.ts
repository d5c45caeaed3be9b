import type {
  AccountId,
  ChangeId,
  ClientId,
  EventId,
  OperatorId,
  OrganisationId,
  ProductGroupId,
  TierId,
  UserProductId,
  WebhookEndpointId,
} from '../../domain/ids.js';

/** The console's own addresses: links to pages of ours are made here and nowhere else. */
export const consolePaths = {
  home: '/console',
  login: '/console/login',
  /** The log-in, and from there to the page that was asked for. */
  loginTo: (path: string) => `/console/login?next=${encodeURIComponent(path)}`,
  /** Where somebody proves once more who they are, and goes on to a page from there. */
  prove: (path: string) => `/console/prove?next=${encodeURIComponent(path)}`,
  oidc: '/console/login/oidc',
  oidcTo: (path: string) => `/console/login/oidc?next=${encodeURIComponent(path)}`,
  /** Where whoever is in logs in there once more, to prove that it is them. */
  oidcAgain: (path: string) => `/console/login/oidc?again=1&next=${encodeURIComponent(path)}`,
  oidcReturn: '/console/login/oidc/return',
  passkeyLogin: '/console/login/passkey',
  passkeyOptions: '/console/login/passkey/options',
  proveNow: '/console/prove',
  passkeys: '/console/me/passkeys',
  newPasskeyOptions: '/console/me/passkeys/options',
  removePasskey: (passkeyId: string) => `/console/me/passkeys/${passkeyId}/remove`,
  enter: (token: string) => `/console/enter/${token}`,
  me: '/console/me',
  language: '/console/me/language',
  logOut: '/console/logout',
  alive: '/console/alive',
  today: (at: OrganisationId) => `/console/${at}/today`,
  subscriptions: (at: OrganisationId) => `/console/${at}/subscriptions`,
  subscription: (at: OrganisationId, id: UserProductId) => `/console/${at}/subscriptions/${id}`,
  confirm: (at: OrganisationId, id: UserProductId) =>
    `/console/${at}/subscriptions/${id}/change/confirm`,
  cancel: (at: OrganisationId, id: UserProductId) => `/console/${at}/subscriptions/${id}/cancel`,
  reactivate: (at: OrganisationId, id: UserProductId) =>
    `/console/${at}/subscriptions/${id}/reactivate`,
  dates: (at: OrganisationId, id: UserProductId) => `/console/${at}/subscriptions/${id}/dates`,
  assign: (at: OrganisationId, id: UserProductId) => `/console/${at}/subscriptions/${id}/group`,
  undo: (at: OrganisationId, id: UserProductId, changeId: ChangeId) =>
    `/console/${at}/subscriptions/${id}/changes/${changeId}/undo`,
  account: (at: OrganisationId, id: AccountId) => `/console/${at}/accounts/${id}`,
  portalLink: (at: OrganisationId, id: AccountId) => `/console/${at}/accounts/${id}/portal-link`,
  eraseAccount: (at: OrganisationId, id: AccountId) => `/console/${at}/accounts/${id}/erase`,
  erasedAccount: (at: OrganisationId, id: AccountId) => `/console/${at}/accounts/${id}/erased`,
  groups: (at: OrganisationId) => `/console/${at}/product-groups`,
  newGroup: (at: OrganisationId) => `/console/${at}/product-groups/new`,
  group: (at: OrganisationId, id: ProductGroupId) => `/console/${at}/product-groups/${id}`,
  editGroup: (at: OrganisationId, id: ProductGroupId) => `/console/${at}/product-groups/${id}/edit`,
  deleteGroup: (at: OrganisationId, id: ProductGroupId) =>
    `/console/${at}/product-groups/${id}/delete`,
  groupOrder: (at: OrganisationId, id: ProductGroupId) =>
    `/console/${at}/product-groups/${id}/order`,
  newTier: (at: OrganisationId, id: ProductGroupId) =>
    `/console/${at}/product-groups/${id}/tiers/new`,
  editTier: (at: OrganisationId, id: ProductGroupId, tier: TierId) =>
    `/console/${at}/product-groups/${id}/tiers/${tier}`,
  removeTier: (at: OrganisationId, id: ProductGroupId, tier: TierId) =>
    `/console/${at}/product-groups/${id}/tiers/${tier}/remove`,
  subscriptionsOfGroup: (at: OrganisationId, id: ProductGroupId) =>
    `/console/${at}/subscriptions?group=${id}`,
  webhooks: (at: OrganisationId) => `/console/${at}/webhooks`,
  newWebhook: (at: OrganisationId) => `/console/${at}/webhooks/new`,
  webhook: (at: OrganisationId, id: WebhookEndpointId) => `/console/${at}/webhooks/${id}`,
  webhookEdit: (at: OrganisationId, id: WebhookEndpointId) => `/console/${at}/webhooks/${id}/edit`,
  webhookSwitch: (at: OrganisationId, id: WebhookEndpointId) =>
    `/console/${at}/webhooks/${id}/switch`,
  webhookSecret: (at: OrganisationId, id: WebhookEndpointId) =>
    `/console/${at}/webhooks/${id}/secret`,
  webhookExample: (at: OrganisationId, id: WebhookEndpointId) =>
    `/console/${at}/webhooks/${id}/example`,
  webhookReplay: (at: OrganisationId, id: WebhookEndpointId) =>
    `/console/${at}/webhooks/${id}/replay`,
  webhookRemove: (at: OrganisationId, id: WebhookEndpointId) =>
    `/console/${at}/webhooks/${id}/remove`,
  delivery: (at: OrganisationId, id: WebhookEndpointId, position: number) =>
    `/console/${at}/webhooks/${id}/deliveries/${String(position)}`,
  deliveryAgain: (at: OrganisationId, id: WebhookEndpointId, position: number) =>
    `/console/${at}/webhooks/${id}/deliveries/${String(position)}/again`,
  clients: (at: OrganisationId) => `/console/${at}/clients`,
  newClient: (at: OrganisationId) => `/console/${at}/clients/new`,
  client: (at: OrganisationId, id: ClientId) => `/console/${at}/clients/${encodeURIComponent(id)}`,
  clientSecret: (at: OrganisationId, id: ClientId) =>
    `/console/${at}/clients/${encodeURIComponent(id)}/secret`,
  clientSwitch: (at: OrganisationId, id: ClientId) =>
    `/console/${at}/clients/${encodeURIComponent(id)}/switch`,
  events: (at: OrganisationId) => `/console/${at}/events`,
  event: (at: OrganisationId, id: EventId) => `/console/${at}/events/${id}`,
  clock: (at: OrganisationId) => `/console/${at}/clock`,
  portalSettings: (at: OrganisationId) => `/console/${at}/settings/portal`,
  brand: (at: OrganisationId) => `/console/${at}/settings/brand`,
  operators: (at: OrganisationId) => `/console/${at}/settings/operators`,
  newOperator: (at: OrganisationId) => `/console/${at}/settings/operators/new`,
  operator: (at: OrganisationId, id: OperatorId) => `/console/${at}/settings/operators/${id}`,
  operatorRole: (at: OrganisationId, id: OperatorId) =>
    `/console/${at}/settings/operators/${id}/role`,
  operatorDisable: (at: OrganisationId, id: OperatorId) =>
    `/console/${at}/settings/operators/${id}/disable`,
  operatorEnable: (at: OrganisationId, id: OperatorId) =>
    `/console/${at}/settings/operators/${id}/enable`,
  operatorLink: (at: OrganisationId, id: OperatorId) =>
    `/console/${at}/settings/operators/${id}/link`,
  audit: (at: OrganisationId) => `/console/${at}/settings/audit`,
  auditOf: (at: OrganisationId, query: Readonly<Record<string, string>>) =>
    `/console/${at}/settings/audit?${new URLSearchParams(query).toString()}`,
} as const;

const longestPath = 2_000;

/** A path of the console that a log-in or a form may lead on to; its first page for anything else. */
export function nextPath(raw: string | undefined): string {
  const isOwn =
    raw !== undefined &&
    raw.length <= longestPath &&
    /^\/console(?:\/(?:[\w/~!*'()-]|%[\dA-F]{2}|\.(?!\.))*)?(?:\?[\w=&.%+-]*)?$/.test(raw);
  return isOwn ? raw : consolePaths.home;
}

/** The organisation that a page's address is about, as it stands there; null: none. */
export function organisationIn(path: string): string | null {
  return /^\/console\/([\da-f]{24})(?:\/|$)/.exec(path)?.[1] ?? null;
}
