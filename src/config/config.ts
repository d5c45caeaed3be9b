type AppEnv = 'development' | 'test' | 'stage' | 'production';
export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** What a process runs by. Frozen; checked as a whole before anything else starts. */
export type Config = {
  readonly appEnv: AppEnv;
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Without a slash at its end. */
  readonly publicBaseUrl: string;
  /** Null: the embedded database of `dataDir`. */
  readonly mongodbUri: string | null;
  /** Absolute. */
  readonly dataDir: string;
  /** The keys' JSON as text, unparsed, wherever it was given; null: generated into `dataDir`. */
  readonly tokenKeys: string | null;
  readonly tokenIssuer: string;
  readonly tokenAudience: string;
  readonly exportingIntegrations: readonly string[];
  readonly worker: boolean;
  readonly demo: boolean;
  readonly logLevel: LogLevel;
  readonly rateLimitPerMinute: number;
  readonly requestTimeoutMs: number;
  readonly shutdownTimeoutMs: number;
};

/** One thing wrong with the settings, by the setting's name. Never holds a value: it may be a secret. */
export type SettingFault = { readonly setting: string; readonly problem: string };
