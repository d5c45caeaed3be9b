/** Why nothing may be sent to a URL. `address_not_allowed`: an address of its host is not on the public internet. */
export type WebhookUrlFault =
  | 'url_too_long'
  | 'url_malformed'
  | 'url_not_https'
  | 'url_with_credentials'
  | 'host_not_found'
  | 'address_not_allowed';

/** Whether something may be sent to a URL as things are now; `url` is its normal form. */
export type WebhookUrlGuard = {
  check(
    raw: string,
  ): Promise<
    | { readonly ok: true; readonly url: string }
    | { readonly ok: false; readonly failure: WebhookUrlFault }
  >;
};
