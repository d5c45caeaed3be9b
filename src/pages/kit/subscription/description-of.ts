import type { Package } from '../../../domain/catalogue/package.js';
import type { PageLanguage } from '../../../domain/portal/portal-settings.js';

/** What a package is, in the language of the page, else in the first that its publisher has written it in; null: nothing. */
export function descriptionOf(pack: Package | undefined, language: PageLanguage): string | null {
  const texts = pack?.description ?? {};
  return texts[language] ?? texts.en ?? texts.sv ?? texts.de ?? null;
}
