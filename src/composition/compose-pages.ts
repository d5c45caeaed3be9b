import { fileURLToPath } from 'node:url';
import type { Log } from '../application/ports/log.js';
import type { PageAccessStore } from '../application/ports/page-access-store.js';
import type { OrganisationStore } from '../application/ports/organisation-store.js';
import type { Clock } from '../application/ports/surroundings.js';
import type { Config } from '../config/config.js';
import { clientAddressOf } from '../http/core/checks/client-address.js';
import { type ConsoleSurfaceDeps, makeConsoleSurface } from '../pages/console/console-surface.js';
import { type Assets, makeAssetsRouter, readAssets } from '../pages/kit/assets.js';
import { newFormKey } from '../pages/kit/keyed-form.js';
import { mountPages, type PagesRouter } from '../pages/kit/mount-pages.js';
import { makePortalSurface, type PortalSurfaceDeps } from '../pages/portal/portal-surface.js';

type PagesParts = {
  readonly config: Config;
  readonly log: Log;
  readonly useCases: Omit<
    PortalSurfaceDeps,
    | 'assets'
    | 'portalBaseUrl'
    | 'newKey'
    | 'isLoopbackAllowed'
    | 'readPageSettings'
    | 'setSessionLanguage'
    | 'clock'
  >;
  readonly consoleCases: Omit<
    ConsoleSurfaceDeps,
    | 'assets'
    | 'consoleBaseUrl'
    | 'newKey'
    | 'isLoopbackAllowed'
    | 'readPageSettings'
    | 'clock'
    | 'organisations'
  >;
  /** Real time. */
  readonly clock: Clock;
  readonly organisations: Pick<OrganisationStore, 'readPages' | 'list'>;
  readonly pageAccess: Pick<PageAccessStore, 'updateSession'>;
};

/** Where the build leaves what runs in a browser: beside `src` and `dist` alike. */
const assetsFolder = fileURLToPath(new URL('../../dist/pages/browser/', import.meta.url));
const entriesPerMinute = 30;

/** The pages that are on, ready to be mounted. */
export function composePages(parts: PagesParts): readonly PagesRouter[] {
  const { config, log } = parts;
  if (!config.portal && !config.console) return [];
  const assets = readAssets(assetsFolder);
  const deps = {
    log,
    requestTimeoutMs: config.requestTimeoutMs,
    networkOf: (req: Parameters<typeof clientAddressOf>[0]) => clientAddressOf(req).network,
    entriesPerMinute,
  };
  return [
    makeAssetsRouter(assets),
    ...(config.portal ? [mountPages(portalOf(parts, assets), deps)] : []),
    ...(config.console ? [mountPages(consoleOf(parts, assets), deps)] : []),
  ];
}

function portalOf(parts: PagesParts, assets: Assets) {
  const { config, useCases, clock, organisations, pageAccess } = parts;
  const isDeployed = isDeployedAs(config);
  return makePortalSurface({
    ...useCases,
    ...{ assets, clock },
    portalBaseUrl: isDeployed ? config.portalBaseUrl : null,
    newKey: newFormKey,
    isLoopbackAllowed: !isDeployed,
    readPageSettings: (id) => organisations.readPages(id),
    setSessionLanguage: (tokenHash, locale) => pageAccess.updateSession(tokenHash, { locale }),
  });
}

function consoleOf({ config, consoleCases, clock, organisations }: PagesParts, assets: Assets) {
  const isDeployed = isDeployedAs(config);
  return makeConsoleSurface({
    ...consoleCases,
    ...{ assets, clock, organisations },
    readPageSettings: (id) => organisations.readPages(id),
    consoleBaseUrl: isDeployed ? config.consoleBaseUrl : null,
    newKey: newFormKey,
    isLoopbackAllowed: !isDeployed,
  });
}

function isDeployedAs({ appEnv }: Config): boolean {
  return appEnv === 'stage' || appEnv === 'production';
}
