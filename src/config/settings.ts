import path from 'node:path';
import { z } from 'zod';
import { isBrowserOrigin } from './browser-origins.js';
import { providerRoles } from './provider-roles-setting.js';
import { isTrustedProxy } from './trusted-proxies.js';

const onOff = z.union([
  z.boolean(),
  z.stringbool({ truthy: ['on', 'true', '1'], falsy: ['off', 'false', '0'] }),
]);

const wholeNumber = (least: number, most: number) =>
  z
    .union([
      z.number(),
      z
        .string()
        .regex(/^\d{1,12}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(least).max(most));

const codes = z
  .union([z.array(z.string()), z.string().transform((it) => it.split(','))])
  .transform((all) => all.map((it) => it.trim()).filter((it) => it !== ''));

const trustedProxies = codes
  .transform((all) => all.filter((it) => it !== 'none'))
  .refine((all) => all.every(isTrustedProxy));

const browserOrigins = codes
  .transform((all) => all.filter((it) => it !== 'none'))
  .refine((all) => all.every(isBrowserOrigin));

const addressAsGiven = z.url({ protocol: /^https?$/ }).refine((it) => !/[?#@]/.test(it));

const webAddress = addressAsGiven.transform((it) => it.replace(/(?<!\/)\/+$/, ''));

/** Pages have their own paths below it, and their cookies hold for all of a host. */
const pageAddress = webAddress.refine((it) => new URL(it).pathname === '/');

/** What `settings` prints of one; `type` also ends the sentence "must be …" where a value is none. */
type About = { type: string; meaning: string; isSecret?: true };
const setting = <T extends z.ZodType>(schema: T, about: About) => schema.meta(about);

/**
 * Every setting (docs/spec/operations.md §2): its check, its type in words, its meaning. Defaults stand in
 * config/*.json.
 */
export const settingsSchema = z.strictObject({
  APP_ENV: setting(z.enum(['development', 'test', 'stage', 'production']), {
    type: 'one of development, test, stage, production',
    meaning: 'which environment this is: chooses config/<APP_ENV>.json; only from the environment',
  }),
  HOST: setting(z.string().regex(/^[\w.:-]+$/), {
    type: 'an address or a host name',
    meaning: 'where the gateway listens',
  }),
  PORT: setting(wholeNumber(0, 65_535), {
    type: 'a whole number from 0 to 65535',
    meaning: 'where the gateway listens; 0 takes any free port',
  }),
  PUBLIC_BASE_URL: setting(webAddress.optional(), {
    type: 'an http or https address without credentials or query',
    meaning:
      'what clients put before the paths of the API; unset: the address that this process listens on; required in stage and production',
  }),
  PORTAL: setting(onOff, {
    type: 'on or off',
    meaning: 'on: customers have their pages, under /portal',
  }),
  CONSOLE: setting(onOff, {
    type: 'on or off',
    meaning: 'on: operators have their pages, under /console',
  }),
  PORTAL_BASE_URL: setting(pageAddress.optional(), {
    type: 'an http or https address without path, credentials or query',
    meaning:
      'what stands before /portal; unset: PUBLIC_BASE_URL, or the address that this process listens on; required in stage and production while PORTAL is on',
  }),
  CONSOLE_BASE_URL: setting(pageAddress.optional(), {
    type: 'an http or https address without path, credentials or query',
    meaning:
      'what stands before /console; unset: PUBLIC_BASE_URL, or the address that this process listens on; required in stage and production while CONSOLE is on',
  }),
  OIDC_ISSUER: setting(addressAsGiven.optional(), {
    type: 'an http or https address without credentials or query',
    meaning:
      'the identity provider by which operators log in; unset: none, and they come in by passkeys and one-time links; https in stage and production',
  }),
  OIDC_CLIENT_ID: setting(z.string().min(1).optional(), {
    type: 'a text',
    meaning: 'what that provider calls us',
  }),
  OIDC_CLIENT_SECRET: setting(z.string().min(1).optional(), {
    type: 'a text',
    meaning: 'by which that provider knows that we ask',
    isSecret: true,
  }),
  OIDC_ROLE_CLAIM: setting(z.string().min(1), {
    type: 'a text',
    meaning: 'the claim of that provider that says what an operator is, a text or a list',
  }),
  OIDC_ROLES: setting(providerRoles.optional(), {
    type: 'JSON: {"value of the claim": {"organisation": "ID or *", "role": "viewer, support, editor or owner"}}',
    meaning:
      'what that claim makes of an operator, anew at each log-in; whoever gets no role by it does not come in',
  }),
  MONGODB_URI: setting(
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/\S+$/)
      .optional(),
    {
      type: 'a connection string: mongodb://… or mongodb+srv://…',
      meaning:
        'the database; unset: the embedded one in DATA_DIR; required in stage and production',
      isSecret: true,
    },
  ),
  MONGODB_POOL_SIZE: setting(wholeNumber(2, 1_000).optional(), {
    type: 'a whole number from 2 to 1000',
    meaning: 'connections to the database at once; unset: 50, or maxPoolSize of MONGODB_URI',
  }),
  MONGODB_WAIT_MS: setting(wholeNumber(1, 600_000).optional(), {
    type: 'a whole number from 1 to 600000',
    meaning:
      'milliseconds that anything waits for a server or a connection; unset: three tenths of REQUEST_TIMEOUT_MS, 3000 at most',
  }),
  MONGODB_REPLY_MS: setting(wholeNumber(1, 600_000).optional(), {
    type: 'a whole number from 1 to 600000',
    meaning:
      'milliseconds that a reply of the database is waited for; unset: half of REQUEST_TIMEOUT_MS',
  }),
  MONGODB_MAJORITY_MS: setting(wholeNumber(1, 600_000).optional(), {
    type: 'a whole number from 1 to 600000',
    meaning:
      'milliseconds that a write waits for the majority of a replica set; unset: four tenths of REQUEST_TIMEOUT_MS',
  }),
  MONGODB_INDEX_BUILD_MS: setting(wholeNumber(1, 86_400_000).optional(), {
    type: 'a whole number from 1 to 86400000',
    meaning: 'milliseconds that a start waits for an index to be built; unset: ten minutes',
  }),
  DATA_DIR: setting(
    z
      .string()
      .min(1)
      .transform((it) => path.resolve(it)),
    { type: 'a folder', meaning: 'folder of the embedded database' },
  ),
  TOKEN_KEYS: setting(z.string().min(1).optional(), {
    type: 'JSON, or the path of a file that holds it',
    meaning:
      'keys by kid, algorithm of each, which one signs; unset: generated into DATA_DIR; required in stage and production',
    isSecret: true,
  }),
  TOKEN_ISSUER: setting(z.string().min(1), {
    type: 'a text',
    meaning: 'who issues our tokens: the claim iss',
  }),
  TOKEN_AUDIENCE: setting(z.string().min(1), {
    type: 'a text',
    meaning: 'whom our tokens are for: the claim aud',
  }),
  TOKEN_JWKS_URL: setting(webAddress.optional(), {
    type: 'an http or https address without credentials or query',
    meaning:
      'where another issuer publishes its keys, whose tokens are accepted too; https but in development and test',
  }),
  TOKEN_JWKS_ISSUER: setting(z.string().min(1).optional(), {
    type: 'a text',
    meaning: 'the claim iss of tokens by those keys; unset: TOKEN_ISSUER',
  }),
  EXPORTING_INTEGRATIONS: setting(codes, {
    type: 'a list of codes, separated by commas',
    meaning: 'integration codes that support export of upgrade and downgrade',
  }),
  WEBHOOK_ALLOW_LOOPBACK: setting(onOff, {
    type: 'on or off',
    meaning: 'on: webhooks may go to this machine, for trying them out; never in production',
  }),
  WORKER: setting(onOff, {
    type: 'on or off',
    meaning: 'off: this process only answers HTTP',
  }),
  DEMO: setting(onOff, {
    type: 'on or off',
    meaning: 'on: an empty database gets the demo data; never in stage and production',
  }),
  EVENT_RETENTION_DAYS: setting(wholeNumber(30, 36_500).optional(), {
    type: 'a whole number from 30 to 36500',
    meaning: 'days of real time that events stay in the log; unset: for ever',
  }),
  LOG_LEVEL: setting(z.enum(['debug', 'info', 'warn', 'error', 'silent']), {
    type: 'one of debug, info, warn, error, silent',
    meaning: 'the least that is logged',
  }),
  METRICS_PORT: setting(wholeNumber(0, 65_535), {
    type: 'a whole number from 0 to 65535',
    meaning: 'where Prometheus reads /metrics, on HOST; 0: nowhere',
  }),
  TRUSTED_PROXIES: setting(trustedProxies, {
    type: 'none, or a list of addresses, networks as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
    meaning: 'whose X-Forwarded-For is believed: the proxies right before the gateway',
  }),
  CORS_ORIGINS: setting(browserOrigins, {
    type: 'none, or a list of exact origins as https://portal.example.com, plain http only on loopback, separated by commas',
    meaning: 'pages of which origins may ask the addresses under /me from a browser',
  }),
  RATE_LIMIT_PER_MINUTE: setting(wholeNumber(1, 100_000_000), {
    type: 'a whole number from 1 to 100000000',
    meaning: 'requests a minute for each client',
  }),
  REQUEST_TIMEOUT_MS: setting(wholeNumber(1, 600_000), {
    type: 'a whole number from 1 to 600000',
    meaning: 'milliseconds after which a request is given up',
  }),
  SHUTDOWN_TIMEOUT_MS: setting(wholeNumber(0, 600_000), {
    type: 'a whole number from 0 to 600000',
    meaning: 'milliseconds that what runs may take to finish after SIGTERM',
  }),
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;

export const settingNames = Object.keys(settingsSchema.shape) as readonly SettingName[];

/** What a setting is, in words. */
export function aboutSetting(name: SettingName): About {
  return settingsSchema.shape[name].meta() as About;
}
