import type { ProviderRoleSetting } from './provider-roles-setting.js';

type AppEnv = 'development' | 'test' | 'stage' | 'production';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What a process runs by. Frozen; checked as a whole before anything else starts. */
export type Config = {
  readonly appEnv: AppEnv;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Without a slash at its end; null: the address that the process listens on. */
  readonly publicBaseUrl: string | null;
  /** Whether customers have their pages here. */
  readonly portal: boolean;
  /** Whether operators have theirs. */
  readonly console: boolean;
  /** What stands before `/portal`; null: the address that the process listens on. */
  readonly portalBaseUrl: string | null;
  /** The same before `/console`. */
  readonly consoleBaseUrl: string | null;
  /** Null: operators come in by passkeys and one-time links alone. */
  readonly oidc: OidcConfig | null;
  /** Null: the embedded database of `dataDir`. */
  readonly mongodbUri: string | null;
  /** How the database is used, as far as that is given. */
  readonly database: DatabaseLimits;
  /** Absolute. */
  readonly dataDir: string;
  /** The keys' JSON as text, unparsed, wherever it was given; null: generated into `dataDir`. */
  readonly tokenKeys: string | null;
  readonly tokenIssuer: string;
  readonly tokenAudience: string;
  /** Null: only tokens of our own keys are accepted. */
  readonly tokenJwksUrl: string | null;
  /** Whose tokens the keys found there may sign. */
  readonly tokenJwksIssuer: string;
  readonly exportingIntegrations: readonly string[];
  readonly webhookAllowLoopback: boolean;
  readonly worker: boolean;
  readonly demo: boolean;
  /** Null: for ever. */
  readonly eventRetentionDays: number | null;
  readonly logLevel: LogLevel;
  /** 0: no metrics. */
  readonly metricsPort: number;
  /** Addresses, networks, and `loopback`, `linklocal`, `uniquelocal`. */
  readonly trustedProxies: readonly string[];
  /** Exact, as browsers send them; none: no page of another origin may ask. */
  readonly corsOrigins: readonly string[];
  readonly rateLimitPerMinute: number;
  readonly requestTimeoutMs: number;
  readonly shutdownTimeoutMs: number;
};

/** By which identity provider operators log in. */
export type OidcConfig = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly roleClaim: string;
  readonly roles: readonly ProviderRoleSetting[];
};

/** What an operator may say of how the database is used; what is not said follows from the request time-out. */
export type DatabaseLimits = {
  /** Connections at once. */
  readonly poolSize?: number;
  /** Waits before anything is sent: for a connection to be made, for a server, for a free connection. */
  readonly connectMs?: number;
  readonly selectMs?: number;
  readonly queueMs?: number;
  /** Waits for a reply. */
  readonly replyMs?: number;
  /** Waits for the majority of a replica set, within a write. */
  readonly majorityMs?: number;
  /** Waits for an index to be built at start. */
  readonly indexBuildMs?: number;
};

/** One thing wrong with the settings, by the setting's name. Never holds a value: it may be a secret. */
export type SettingFault = { readonly setting: string; readonly problem: string };
