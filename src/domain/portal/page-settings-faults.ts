import { accentText } from './accent-text.js';
import {
  type Brand,
  type PageLanguage,
  pageLanguages,
  type PortalSettings,
} from './portal-settings.js';
import { returnUrlFault, type ReturnUrlFault } from './return-url.js';

/** How much an organisation may say of its pages (docs/spec/pages.md §3): in a data file and at the console alike. */
export const pageSettingsLimits = {
  returnUrls: 20,
  offer: 50,
  packageCode: 50,
  withdrawalDays: 30,
  supportText: 500,
  supportUrl: 2_000,
  brandName: 255,
} as const;

/** What is wrong, and with which part. `at` is the place in a list. */
export type PageSettingsFault =
  | {
      readonly field: 'returnUrls';
      readonly at: number;
      readonly fault: ReturnUrlFault | 'too_many';
    }
  | { readonly field: 'offer'; readonly fault: 'too_many' | 'bad_code' }
  | { readonly field: 'withdrawalDays'; readonly fault: 'out_of_range' }
  | { readonly field: 'supportText'; readonly fault: 'bad_text' }
  | { readonly field: 'supportUrl'; readonly fault: 'not_https' }
  | { readonly field: 'brandName'; readonly fault: 'bad_text' }
  | { readonly field: 'accent'; readonly fault: 'no_colour' }
  | { readonly field: 'languages'; readonly fault: 'none' | 'twice' };

/** Whether that may be the address of support: a web address by https, 2,000 characters at most. */
export function isSupportUrl(text: string): boolean {
  const isShort = text.length <= pageSettingsLimits.supportUrl;
  return isShort && URL.canParse(text) && new URL(text).protocol === 'https:';
}

/** Whether that is a colour that text can stand on; `accentText` says why no other one is refused. */
export function isAccent(text: string): boolean {
  return accentText(text) !== null;
}

/** Whether a language is named twice. */
export function namesTwice(languages: readonly string[]): boolean {
  return new Set(languages).size !== languages.length;
}

/** Text of 1 to so many characters, without half of a surrogate pair. */
function isText(text: string, longest: number): boolean {
  return text !== '' && text.length <= longest && !/\p{Cs}/u.test(text);
}

/** All that is wrong with what an organisation is to say of its portal. */
export function portalFaults(portal: PortalSettings): readonly PageSettingsFault[] {
  const { returnUrls, offer, withdrawalDays, support } = portal;
  const limits = pageSettingsLimits;
  const isPeriod =
    Number.isInteger(withdrawalDays) &&
    withdrawalDays >= 0 &&
    withdrawalDays <= limits.withdrawalDays;
  return [
    ...returnUrlFaults(returnUrls),
    ...(offer.length > limits.offer ? [{ field: 'offer', fault: 'too_many' } as const] : []),
    ...(offer.every((it) => isText(it, limits.packageCode))
      ? []
      : [{ field: 'offer', fault: 'bad_code' } as const]),
    ...(isPeriod ? [] : [{ field: 'withdrawalDays', fault: 'out_of_range' } as const]),
    ...supportFaults(support),
  ];
}

function returnUrlFaults(urls: PortalSettings['returnUrls']): readonly PageSettingsFault[] {
  const most = pageSettingsLimits.returnUrls;
  if (urls.length > most) return [{ field: 'returnUrls', at: most, fault: 'too_many' }];
  return urls.flatMap((url, at) => {
    const fault = returnUrlFault(url);
    return fault === null ? [] : [{ field: 'returnUrls', at, fault } as const];
  });
}

function supportFaults(support: PortalSettings['support']): readonly PageSettingsFault[] {
  if (support === null) return [];
  const { text, url } = support;
  return [
    ...(isText(text, pageSettingsLimits.supportText)
      ? []
      : [{ field: 'supportText', fault: 'bad_text' } as const]),
    ...(url === null || isSupportUrl(url)
      ? []
      : [{ field: 'supportUrl', fault: 'not_https' } as const]),
  ];
}

/** All that is wrong with how an organisation is to look; its logo comes by a file, which is looked at there. */
export function brandFaults({
  name,
  accent,
}: Pick<Brand, 'name' | 'accent'>): readonly PageSettingsFault[] {
  return [
    ...(name === null || isText(name, pageSettingsLimits.brandName)
      ? []
      : [{ field: 'brandName', fault: 'bad_text' } as const]),
    ...(accent === null || isAccent(accent)
      ? []
      : [{ field: 'accent', fault: 'no_colour' } as const]),
  ];
}

/** All that is wrong with which languages pages are to be in. */
export function languageFaults(languages: readonly PageLanguage[]): readonly PageSettingsFault[] {
  const isKnown = languages.every((it) => pageLanguages.includes(it));
  if (languages.length === 0 || !isKnown) return [{ field: 'languages', fault: 'none' }];
  return namesTwice(languages) ? [{ field: 'languages', fault: 'twice' }] : [];
}
