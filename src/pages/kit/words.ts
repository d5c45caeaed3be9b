import { IntlMessageFormat } from 'intl-messageformat';
import { type PageLanguage, pageLanguages } from '../../domain/portal/portal-settings.js';
import de from './messages/de.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import sv from './messages/sv.json' with { type: 'json' };

export type MessageKey = keyof typeof en;
type MessageValues = Readonly<Record<string, string | number>>;

/** A message in the language of a page; values stand in it as they are, and are escaped where they are printed. */
export type Say = (key: MessageKey, values?: MessageValues) => string;

/** English is the source: what another language does not say yet is said in English. */
export const catalogues: Readonly<Record<PageLanguage, Readonly<Partial<typeof en>>>> = {
  en,
  sv,
  de,
};

/** Which calendar and number words a language stands for. */
export const localeOf: Readonly<Record<PageLanguage, string>> = {
  en: 'en-GB',
  sv: 'sv-SE',
  de: 'de-DE',
};

const parsed = new Map<string, IntlMessageFormat>();

/** Says messages in that language: ICU patterns, each parsed once. */
export function makeSay(language: PageLanguage): Say {
  return (key, values = {}) => {
    const id = `${language} ${key}`;
    const known = parsed.get(id);
    const message = known ?? parse(language, key);
    if (known === undefined) parsed.set(id, message);
    const text = message.format(values);
    if (typeof text !== 'string') throw new TypeError('a message holds text only');
    return text;
  };
}

function parse(language: PageLanguage, key: MessageKey): IntlMessageFormat {
  return new IntlMessageFormat(
    catalogues[language][key] ?? en[key],
    localeOf[language],
    undefined,
    {
      ignoreTag: true,
    },
  );
}

/**
 * The language of a page: what the session says, else the choice of the visitor, else the first that the browser asks
 * for and the pages are in, else the organisation's own (docs/spec/pages.md §2).
 */
export function languageOf(
  asked: { readonly session: string | null; readonly acceptLanguage: string | undefined },
  offered: readonly PageLanguage[],
): PageLanguage {
  const wanted = [asked.session, ...accepted(asked.acceptLanguage ?? '')];
  for (const it of wanted) {
    const base = it?.slice(0, 2).toLowerCase();
    const found = offered.find((language) => language === base);
    if (found !== undefined) return found;
  }
  return offered[0] ?? 'en';
}

/** Best first. Only the first 20 are looked at. */
function accepted(header: string): readonly string[] {
  return header
    .slice(0, 500)
    .split(',', 20)
    .map((part) => {
      const [tag = '', quality = ''] = part.trim().split(';', 2);
      const [, weight = '1'] = /^\s*q=([\d.]{1,5})\s*$/.exec(quality) ?? [];
      return { tag, weight: Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** Whether that names one of the languages that pages are in. */
export function isPageLanguage(raw: string): raw is PageLanguage {
  return (pageLanguages as readonly string[]).includes(raw);
}
