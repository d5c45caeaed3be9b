import { createHash } from 'node:crypto';
import type { PageSettingsFault } from '../../../domain/portal/page-settings-faults.js';
import { type PageSettings, pageLanguages } from '../../../domain/portal/portal-settings.js';
import { manyIn } from '../../kit/page-route.js';
import type { FieldFaults } from '../../kit/more-fields.js';
import type { Say } from '../../kit/words.js';

/** What the page of the portal's settings is about. */
export type PortalPart = Pick<PageSettings, 'portal' | 'languages' | 'pricesIncludeVat'>;
export type BrandPart = Pick<PageSettings, 'brand'>;

/** The fields of a form, as they are sent; a box that is not ticked is absent. */
export type FormValues = Readonly<Record<string, string>>;

/** Names what a form was made from, so that somebody else's save in between is seen. */
export function seenOf(part: PortalPart | BrandPart): string {
  return createHash('sha256').update(JSON.stringify(part)).digest('base64url');
}

/** What a form is bound to: where it was refused, what it was made from; where that has moved, what is there now. */
export function seenFor(
  part: PortalPart | BrandPart,
  back: { readonly status: number; readonly values: FormValues } | undefined,
): string {
  return back?.status === 422 ? (back.values.seen ?? '') : seenOf(part);
}

const ticked = (name: string, is: boolean): FormValues => (is ? { [name]: 'on' } : {});
const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** The settings of the portal as a form holds them. */
export function portalValues({ portal, languages, pricesIncludeVat }: PortalPart): FormValues {
  const vat = pricesIncludeVat === null ? 'unsaid' : pricesIncludeVat ? 'included' : 'excluded';
  return {
    ...ticked('open', portal.enabled),
    returnUrls: portal.returnUrls.join('\n'),
    wording: portal.wording,
    offer: portal.offer.join('\n'),
    behaviour: portal.behaviour,
    ...ticked('showDocuments', portal.showDocuments),
    withdrawalDays: String(portal.withdrawalDays),
    ...ticked('cancellationPage', portal.cancellationPage),
    ...ticked('applyClear', portal.applyClearCancellations),
    supportText: portal.support?.text ?? '',
    supportUrl: portal.support?.url ?? '',
    language: languages[0] ?? 'en',
    languages: languages.join(','),
    vat,
  };
}

const vats: Readonly<Record<string, boolean | null>> = { included: true, excluded: false };

/** What a form asks for; whether it may be is asked of the domain. */
export function portalIn(form: FormValues): PortalPart {
  return {
    portal: {
      enabled: form.open === 'on',
      returnUrls: linesOf(form.returnUrls ?? ''),
      wording: form.wording === 'business' ? 'business' : 'consumer',
      offer: linesOf(form.offer ?? ''),
      behaviour: form.behaviour === 'explicit' ? 'explicit' : 'default',
      showDocuments: form.showDocuments === 'on',
      withdrawalDays: daysIn(form.withdrawalDays?.trim() ?? ''),
      cancellationPage: form.cancellationPage === 'on',
      applyClearCancellations: form.applyClear === 'on',
      support: supportIn(form),
    },
    languages: languagesIn(form),
    pricesIncludeVat: vats[form.vat ?? ''] ?? null,
  };
}

/** -1 for what is no number of days: it is refused. */
function daysIn(text: string): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : -1;
}

function supportIn({ supportText = '', supportUrl = '' }: FormValues) {
  const [text, url] = [supportText.trim(), supportUrl.trim()];
  return text === '' && url === '' ? null : { text, url: url === '' ? null : url };
}

/** The organisation's own first. */
function languagesIn({ language, languages }: FormValues) {
  const ticks = manyIn(languages);
  const others = pageLanguages.filter((it) => ticks.includes(it) && it !== language);
  return [...pageLanguages.filter((it) => it === language), ...others];
}

export function brandValues({ brand }: BrandPart): FormValues {
  return { brandName: brand.name ?? '', accent: brand.accent ?? '', corner: brand.corner };
}

/** What a form asks for; the logo stays as it is. */
export function brandIn(form: FormValues, { brand }: BrandPart): BrandPart {
  const [name, accent] = [(form.brandName ?? '').trim(), (form.accent ?? '').trim()];
  return {
    brand: {
      name: name === '' ? null : name,
      logo: brand.logo,
      accent: accent === '' ? null : accent,
      corner: form.corner === 'square' ? 'square' : 'round',
    },
  };
}

/** What is wrong, in words, by the field of the form; of several the first. */
export function faultWords(faults: readonly PageSettingsFault[], say: Say): FieldFaults {
  const told: Record<string, string> = {};
  for (const it of faults) {
    if (it.field in told) continue;
    told[it.field] =
      it.field === 'returnUrls' && it.fault !== 'too_many'
        ? say(`console.settings.fault.returnUrls.${it.fault}`, { line: it.at + 1 })
        : say(`console.settings.fault.${it.field}`);
  }
  return told;
}
