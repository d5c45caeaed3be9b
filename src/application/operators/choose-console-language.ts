import type { PageAccessStore } from '../ports/page-access-store.js';
import type { PageSecrets } from '../ports/page-secrets.js';

/** For as long as the session lasts. */
export type ChooseConsoleLanguage = (sessionToken: string, language: string) => Promise<void>;

/** Keeps in which language an operator reads the pages. */
export function makeChooseConsoleLanguage(deps: {
  readonly pageAccess: Pick<PageAccessStore, 'updateSession'>;
  readonly pageSecrets: Pick<PageSecrets, 'hashOf'>;
}): ChooseConsoleLanguage {
  return (sessionToken, locale) =>
    deps.pageAccess.updateSession(deps.pageSecrets.hashOf(sessionToken), { locale });
}
