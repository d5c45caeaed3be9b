import type { CommonConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerBrand, answerBrandSaved, brandFields } from './brand-settings.js';
import {
  answerPortalSettings,
  answerPortalSettingsSaved,
  portalFields,
  savedQuery,
} from './portal-settings.js';
import type { SettingsDeps } from './settings-deps.js';

/** How the pages of an organisation are; everybody there sees it, and only some may change it. */
export function settingsRoutes(deps: CommonConsoleDeps & SettingsDeps): readonly ConsoleRoute[] {
  return [
    organisationRoute(deps, {
      ...{ name: 'portalSettings', method: 'get', path: 'settings/portal', action: 'see' },
      ...{ api: 'settings', query: savedQuery },
      handle: (visit) => answerPortalSettings(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'portalSettingsSave', method: 'post', path: 'settings/portal' },
      ...{ action: 'edit_portal_settings', api: 'settings', form: portalFields },
      handle: (visit) => answerPortalSettingsSaved(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'brand', method: 'get', path: 'settings/brand', action: 'see' },
      ...{ api: 'settings', query: savedQuery },
      handle: (visit) => answerBrand(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'brandSave', method: 'post', path: 'settings/brand' },
      ...{ action: 'edit_brand', api: 'settings', form: brandFields },
      handle: (visit) => answerBrandSaved(deps, visit),
    }),
  ];
}
