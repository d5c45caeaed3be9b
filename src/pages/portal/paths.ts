import type { ChangeId, DocumentId, UserProductId } from '../../domain/ids.js';

/** The portal's own addresses: links to pages of ours are made here and nowhere else. */
export const portalPaths = {
  home: '/portal',
  enter: (token: string) => `/portal/enter/${token}`,
  subscription: (id: UserProductId) => `/portal/subscriptions/${id}`,
  change: (id: UserProductId) => `/portal/subscriptions/${id}/change`,
  confirm: (id: UserProductId) => `/portal/subscriptions/${id}/change/confirm`,
  receipt: (id: UserProductId, changeId: ChangeId) =>
    `/portal/subscriptions/${id}/changes/${changeId}`,
  undo: (id: UserProductId, changeId: ChangeId) =>
    `/portal/subscriptions/${id}/changes/${changeId}/undo`,
  cancel: (id: UserProductId) => `/portal/subscriptions/${id}/cancel`,
  reactivate: (id: UserProductId) => `/portal/subscriptions/${id}/reactivate`,
  documents: '/portal/documents',
  document: (id: DocumentId) => `/portal/documents/${id}`,
  accessibility: '/portal/accessibility',
  language: '/portal/language',
  leave: '/portal/leave',
  alive: '/portal/alive',
  brand: (organisationId: string, version: string) =>
    `/portal/brand/${organisationId}/style.css?v=${version}`,
  logo: (organisationId: string, version: string) =>
    `/portal/brand/${organisationId}/logo?v=${version}`,
} as const;

/** A path of the portal that a form may lead back to; the portal's first page for anything else. */
export function backPath(raw: string | undefined): string {
  return raw !== undefined && /^\/portal(?:\/[\w/-]*)?(?:\?[\w=&.%-]*)?$/.test(raw)
    ? raw
    : portalPaths.home;
}
