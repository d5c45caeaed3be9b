import type { PageSettings } from '../../domain/portal/portal-settings.js';

/** How the pages of an organisation are, in the members that an import reads. */
export function pageSettingsMembersOf({
  portal,
  brand,
  languages,
  pricesIncludeVat,
}: PageSettings): object {
  return {
    portal: {
      enabled: portal.enabled,
      return_urls: portal.returnUrls,
      wording: portal.wording,
      offer: portal.offer,
      behaviour: portal.behaviour,
      show_documents: portal.showDocuments,
      withdrawal_days: portal.withdrawalDays,
      cancellation_page: portal.cancellationPage,
      apply_clear_cancellations: portal.applyClearCancellations,
      support: portal.support,
    },
    brand,
    languages,
    prices_include_vat: pricesIncludeVat,
  };
}
