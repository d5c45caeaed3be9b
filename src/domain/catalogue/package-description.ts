import type { PageLanguage } from '../portal/portal-settings.js';

/** What a package is, in the languages of pages; one that it is not told in is absent. */
export type PackageDescription = Readonly<Partial<Record<PageLanguage, string>>>;

/** In characters, of each language. */
export const longestDescription = 500;
