import type { SettingFault } from './config.js';
import { isLoopback } from './loopback.js';
import type { Settings } from './settings.js';

/** What is known of the settings when some of them may be faulty. */
type Known = Partial<Settings>;
type CrossCheck = SettingFault & { readonly isBroken: (known: Known) => boolean };

const isDeployed = (known: Known) => known.APP_ENV === 'stage' || known.APP_ENV === 'production';

const hasPortal = (known: Known) => isDeployed(known) && known.PORTAL === true;
const hasConsole = (known: Known) => isDeployed(known) && known.CONSOLE === true;

/** Cookies do not tell ports apart. */
function isOneHost({ PORTAL_BASE_URL: portal, CONSOLE_BASE_URL: console }: Known): boolean {
  if (portal === undefined || console === undefined) return false;
  return new URL(portal).hostname === new URL(console).hostname;
}

const partsOfOidc = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_ROLES'] as const;

/** A provider of which only a part is known lets nobody in. */
const oidcChecks: readonly CrossCheck[] = partsOfOidc.map((setting) => ({
  setting,
  problem: 'is required where another setting of the identity provider is set',
  isBroken: (known) =>
    known[setting] === undefined && partsOfOidc.some((it) => known[it] !== undefined),
}));

const crossChecks: readonly CrossCheck[] = [
  ...oidcChecks,
  {
    setting: 'OIDC_ISSUER',
    problem: 'must be https in stage and production: whoever answers it says who is an operator',
    isBroken: (known) => isDeployed(known) && known.OIDC_ISSUER?.startsWith('http:') === true,
  },
  {
    setting: 'PUBLIC_BASE_URL',
    problem: 'is required in stage and production',
    isBroken: (known) => isDeployed(known) && known.PUBLIC_BASE_URL === undefined,
  },
  {
    setting: 'PORTAL_BASE_URL',
    problem: 'is required in stage and production while PORTAL is on',
    isBroken: (known) => hasPortal(known) && known.PORTAL_BASE_URL === undefined,
  },
  {
    setting: 'PORTAL_BASE_URL',
    problem: 'must be https in stage and production: whoever listens could use a link first',
    isBroken: (known) => hasPortal(known) && known.PORTAL_BASE_URL?.startsWith('http:') === true,
  },
  {
    setting: 'CONSOLE_BASE_URL',
    problem: 'is required in stage and production while CONSOLE is on',
    isBroken: (known) => hasConsole(known) && known.CONSOLE_BASE_URL === undefined,
  },
  {
    setting: 'CONSOLE_BASE_URL',
    problem: 'must be https in stage and production: whoever listens could act as an operator',
    isBroken: (known) => hasConsole(known) && known.CONSOLE_BASE_URL?.startsWith('http:') === true,
  },
  {
    setting: 'CONSOLE_BASE_URL',
    problem:
      'must have another host than PORTAL_BASE_URL in stage and production: their cookies must not meet',
    isBroken: (known) => hasPortal(known) && hasConsole(known) && isOneHost(known),
  },
  {
    setting: 'MONGODB_URI',
    problem: 'is required in stage and production',
    isBroken: (known) => isDeployed(known) && known.MONGODB_URI === undefined,
  },
  {
    setting: 'TOKEN_KEYS',
    problem: 'is required in stage and production',
    isBroken: (known) => isDeployed(known) && known.TOKEN_KEYS === undefined,
  },
  {
    setting: 'DEMO',
    problem: 'must be off in stage and production: the secret of the demo client is public',
    isBroken: (known) => isDeployed(known) && known.DEMO === true,
  },
  {
    setting: 'TOKEN_JWKS_URL',
    problem: 'must be https in stage and production: whoever answers it says which tokens hold',
    isBroken: (known) => isDeployed(known) && known.TOKEN_JWKS_URL?.startsWith('http:') === true,
  },
  {
    setting: 'METRICS_PORT',
    problem: 'must not be PORT: metrics are never on the public port',
    isBroken: (known) => known.METRICS_PORT !== 0 && known.METRICS_PORT === known.PORT,
  },
  {
    setting: 'WEBHOOK_ALLOW_LOOPBACK',
    problem: 'must be off in production: a customer could have this machine call itself',
    isBroken: (known) => known.APP_ENV === 'production' && known.WEBHOOK_ALLOW_LOOPBACK === true,
  },
  {
    setting: 'HOST',
    problem: 'must be a loopback address while DEMO is on: the secret of the demo client is public',
    isBroken: (known) =>
      !isDeployed(known) &&
      known.DEMO === true &&
      known.HOST !== undefined &&
      !isLoopback(known.HOST),
  },
];

/**
 * What is wrong between settings that are right one by one (docs/architecture.md §6, docs/spec/operations.md §2). A
 * setting in `faulty` is wrong already, and not called missing as well.
 */
export function crossCheck(known: Known, faulty: ReadonlySet<string>): SettingFault[] {
  return crossChecks
    .filter((it) => !faulty.has(it.setting) && it.isBroken(known))
    .map(({ setting, problem }) => ({ setting, problem }));
}
