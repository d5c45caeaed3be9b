/** What an organisation says of its portal (docs/spec/pages.md §3). */
export type PortalSettings = {
  readonly enabled: boolean;
  /** A visitor may be led back to these origins, at these paths and below them. */
  readonly returnUrls: readonly string[];
  /** `consumer`: order buttons say what the law asks of them; `business`: they say what happens. */
  readonly wording: 'consumer' | 'business';
  /** Codes of packages to choose from where a subscription has no product group. */
  readonly offer: readonly string[];
  readonly behaviour: 'default' | 'explicit';
  readonly showDocuments: boolean;
  /** 0–30. */
  readonly withdrawalDays: number;
  readonly cancellationPage: boolean;
  readonly applyClearCancellations: boolean;
  readonly support: { readonly text: string; readonly url: string | null } | null;
};

export const defaultPortalSettings: PortalSettings = {
  enabled: true,
  returnUrls: [],
  wording: 'consumer',
  offer: [],
  behaviour: 'default',
  showDocuments: true,
  withdrawalDays: 14,
  cancellationPage: true,
  applyClearCancellations: true,
  support: null,
};

/** How an organisation looks on its pages. */
export type Brand = {
  /** Null: the organisation's name. */
  readonly name: string | null;
  /** Base64 of a PNG or WebP of at most 100 kB. */
  readonly logo: { readonly type: 'image/png' | 'image/webp'; readonly base64: string } | null;
  /** `#rrggbb`; null: ours. */
  readonly accent: string | null;
  readonly corner: 'square' | 'round';
};

export const defaultBrand: Brand = { name: null, logo: null, accent: null, corner: 'round' };

export const pageLanguages = ['en', 'sv', 'de'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** All that pages ask of an organisation besides what it sells. */
export type PageSettings = {
  readonly portal: PortalSettings;
  readonly brand: Brand;
  /** Of those that its pages are in, the first is the organisation's own. */
  readonly languages: readonly PageLanguage[];
  /** Null: nothing is said of VAT. */
  readonly pricesIncludeVat: boolean | null;
};

export const defaultPageSettings: PageSettings = {
  portal: defaultPortalSettings,
  brand: defaultBrand,
  languages: ['en'],
  pricesIncludeVat: null,
};
