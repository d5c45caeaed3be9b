import path from 'node:path';
import type { Config, OidcConfig, SettingFault } from './config.js';
import { crossCheck } from './cross-checks.js';
import { databaseFaults, databaseLimits } from './database-limits.js';
import { readSettings, readText, type Environment, type GivenSettings } from './read-settings.js';
import { aboutSetting, settingNames, settingsSchema, type Settings } from './settings.js';

export type LoadedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly faults: readonly SettingFault[] };

/**
 * The settings of this process, frozen, or every fault at once by name. No fault holds a value. `folder` is where
 * the json files are; a path in TOKEN_KEYS or DATA_DIR counts from the working directory.
 */
export function loadConfig(from: { env: Environment; folder: string }): LoadedConfig {
  const read = readSettings(from);
  const faults = [...read.faults];
  const known = checkEach(read, faults);
  const tokenKeys = readTokenKeys(known.TOKEN_KEYS, faults);
  faults.push(...databaseFaults(known));
  faults.push(...crossCheck(known, new Set(faults.map((it) => it.setting))));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, config: toConfig(known as Settings, tokenKeys) };
}

/** Where APP_ENV names no environment, its file was not read: then nothing is called missing. */
function checkEach(read: GivenSettings, faults: SettingFault[]): Partial<Settings> {
  const known: Partial<Record<keyof Settings, unknown>> = {};
  for (const name of settingNames) {
    const raw = read.given.get(name)?.value;
    const checked = settingsSchema.shape[name].safeParse(raw);
    if (checked.success) known[name] = checked.data;
    else if (raw !== undefined || known.APP_ENV !== undefined)
      faults.push({ setting: name, problem: problemOf(name, raw) });
  }
  return known as Partial<Settings>;
}

function problemOf(name: keyof Settings, raw: unknown): string {
  return `${raw === undefined ? 'is not set and ' : ''}must be ${aboutSetting(name).type}`;
}

/** JSON is taken as it is; anything else names a file. The path is not repeated: it may be a key pasted by mistake. */
function readTokenKeys(given: string | undefined, faults: SettingFault[]): string | null {
  if (given === undefined) return null;
  if (/^\s*[{[]/.test(given)) return given;
  const text = readText(path.resolve(given));
  if (text === null) {
    faults.push({
      setting: 'TOKEN_KEYS',
      problem: 'is no JSON and names no file that can be read',
    });
  }
  return text;
}

function toConfig(settings: Settings, tokenKeys: string | null): Config {
  return Object.freeze({
    appEnv: settings.APP_ENV,
    host: settings.HOST,
    port: settings.PORT,
    publicBaseUrl: settings.PUBLIC_BASE_URL ?? null,
    portal: settings.PORTAL,
    console: settings.CONSOLE,
    portalBaseUrl: settings.PORTAL_BASE_URL ?? settings.PUBLIC_BASE_URL ?? null,
    consoleBaseUrl: settings.CONSOLE_BASE_URL ?? settings.PUBLIC_BASE_URL ?? null,
    oidc: toOidc(settings),
    mongodbUri: settings.MONGODB_URI ?? null,
    database: Object.freeze(databaseLimits(settings)),
    dataDir: settings.DATA_DIR,
    tokenKeys,
    tokenIssuer: settings.TOKEN_ISSUER,
    tokenAudience: settings.TOKEN_AUDIENCE,
    tokenJwksUrl: settings.TOKEN_JWKS_URL ?? null,
    tokenJwksIssuer: settings.TOKEN_JWKS_ISSUER ?? settings.TOKEN_ISSUER,
    exportingIntegrations: Object.freeze(settings.EXPORTING_INTEGRATIONS),
    webhookAllowLoopback: settings.WEBHOOK_ALLOW_LOOPBACK,
    worker: settings.WORKER,
    demo: settings.DEMO,
    eventRetentionDays: settings.EVENT_RETENTION_DAYS ?? null,
    logLevel: settings.LOG_LEVEL,
    metricsPort: settings.METRICS_PORT,
    trustedProxies: Object.freeze(settings.TRUSTED_PROXIES),
    corsOrigins: Object.freeze(settings.CORS_ORIGINS),
    rateLimitPerMinute: settings.RATE_LIMIT_PER_MINUTE,
    requestTimeoutMs: settings.REQUEST_TIMEOUT_MS,
    shutdownTimeoutMs: settings.SHUTDOWN_TIMEOUT_MS,
  });
}

/** All of it or nothing: the cross checks have seen to that. */
function toOidc(settings: Settings): OidcConfig | null {
  const {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  } = settings;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return null;
  const { OIDC_ROLE_CLAIM: roleClaim, OIDC_ROLES: roles = [] } = settings;
  return Object.freeze({ issuer, clientId, clientSecret, roleClaim, roles: Object.freeze(roles) });
}
