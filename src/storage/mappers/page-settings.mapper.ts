import {
  type Brand,
  defaultPageSettings,
  type PageSettings,
  type PortalSettings,
} from '../../domain/portal/portal-settings.js';
import type {
  BrandDocument,
  PageSettingsDocument,
  PortalSettingsDocument,
} from '../schemas/page-settings.schema.js';

/** What is given of an organisation's pages, each by its place in the organisation's document. */
export function pageSettingsFields(
  given: Partial<PageSettings>,
): Readonly<Record<string, unknown>> {
  const { portal, brand, languages, pricesIncludeVat } = given;
  return {
    ...(portal === undefined ? {} : { 'pages.portal': portalDocument(portal) }),
    ...(brand === undefined ? {} : { 'pages.brand': brandDocument(brand) }),
    ...(languages === undefined ? {} : { 'pages.languages': [...languages] }),
    ...(pricesIncludeVat === undefined ? {} : { 'pages.prices_include_vat': pricesIncludeVat }),
  };
}

/** All that is said of an organisation's pages, as by default where nothing is. */
export function pageSettingsOf(document: PageSettingsDocument | null | undefined): PageSettings {
  const { portal, brand, languages, prices_include_vat: pricesIncludeVat } = document ?? {};
  return {
    portal: portal === undefined ? defaultPageSettings.portal : portalOf(portal),
    brand: brand === undefined ? defaultPageSettings.brand : brandOf(brand),
    languages: languages ?? defaultPageSettings.languages,
    pricesIncludeVat: pricesIncludeVat ?? defaultPageSettings.pricesIncludeVat,
  };
}

function portalDocument(portal: PortalSettings): PortalSettingsDocument {
  return {
    enabled: portal.enabled,
    return_urls: [...portal.returnUrls],
    wording: portal.wording,
    offer: [...portal.offer],
    behaviour: portal.behaviour,
    show_documents: portal.showDocuments,
    withdrawal_days: portal.withdrawalDays,
    cancellation_page: portal.cancellationPage,
    apply_clear_cancellations: portal.applyClearCancellations,
    support: portal.support && { text: portal.support.text, url: portal.support.url },
  };
}

function portalOf(document: PortalSettingsDocument): PortalSettings {
  return {
    enabled: document.enabled,
    returnUrls: document.return_urls,
    wording: document.wording,
    offer: document.offer,
    behaviour: document.behaviour,
    showDocuments: document.show_documents,
    withdrawalDays: document.withdrawal_days,
    cancellationPage: document.cancellation_page,
    applyClearCancellations: document.apply_clear_cancellations,
    support: document.support && {
      text: document.support.text,
      url: document.support.url ?? null,
    },
  };
}

function brandDocument({ name, logo, accent, corner }: Brand): BrandDocument {
  return { name, logo: logo && { type: logo.type, base64: logo.base64 }, accent, corner };
}

function brandOf({ name, logo, accent, corner }: BrandDocument): Brand {
  return { name, logo: logo && { type: logo.type, base64: logo.base64 }, accent, corner };
}
