import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Config } from '../../../src/config/config.js';
import { loadConfig } from '../../../src/config/load-config.js';

const folder = 'config';
const secretUri = 'mongodb://operator:hunter2@db.example/billing';
const secretKeys = '{"keys":[{"kid":"a","secret":"do-not-print-me"}]}';
const deployed = { MONGODB_URI: secretUri, TOKEN_KEYS: secretKeys };

function configOf(env: Record<string, string>): Config {
  const loaded = loadConfig({ env, folder });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config;
}

function faultsOf(env: Record<string, string>, from = folder): readonly string[] {
  const loaded = loadConfig({ env, folder: from });
  return loaded.ok ? [] : loaded.faults.map(({ setting, problem }) => `${setting} ${problem}`);
}

function folderWith(files: Record<string, string>): string {
  const made = mkdtempSync(path.join(tmpdir(), 'config-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(made, name), text);
  return made;
}

describe('the settings that come with the product', () => {
  test('development runs on loopback with the embedded database and the demo', () => {
    expect(configOf({})).toEqual({
      appEnv: 'development',
      host: '127.0.0.1',
      port: 8080,
      publicBaseUrl: null,
      portal: true,
      console: true,
      portalBaseUrl: null,
      consoleBaseUrl: null,
      mongodbUri: null,
      oidc: null,
      database: {},
      dataDir: path.resolve('data'),
      tokenKeys: null,
      tokenIssuer: 'http://127.0.0.1:8080',
      tokenAudience: 'payway-api',
      tokenJwksUrl: null,
      tokenJwksIssuer: 'http://127.0.0.1:8080',
      exportingIntegrations: [],
      webhookAllowLoopback: false,
      worker: true,
      demo: true,
      eventRetentionDays: null,
      logLevel: 'info',
      metricsPort: 0,
      trustedProxies: [],
      corsOrigins: [],
      rateLimitPerMinute: 6000,
      requestTimeoutMs: 10_000,
      shutdownTimeoutMs: 10_000,
    });
  });

  test.each([
    ['test', '127.0.0.1', null],
    ['stage', '0.0.0.0', 'https://payway-api.stage.adeprimo.se'],
    ['production', '0.0.0.0', 'https://backend.worldoftulo.com'],
  ])('%s listens on %s, answers as %s and has no demo', (APP_ENV, host, publicBaseUrl) => {
    expect(configOf({ APP_ENV, ...deployed })).toMatchObject({ host, publicBaseUrl, demo: false });
  });

  test('the configuration cannot be changed', () => {
    const config = configOf({});
    expect(Object.isFrozen(config)).toBe(true);
    expect(Object.isFrozen(config.exportingIntegrations)).toBe(true);
    expect(Object.isFrozen(config.trustedProxies)).toBe(true);
    expect(Object.isFrozen(config.corsOrigins)).toBe(true);
  });
});

describe('a setting from the environment', () => {
  test('goes over both files', () => {
    const env = {
      PORT: '0',
      WORKER: 'off',
      DEMO: 'false',
      LOG_LEVEL: 'debug',
      DATA_DIR: '/tmp/elsewhere',
      EXPORTING_INTEGRATIONS: ' partner, ,other ',
      PUBLIC_BASE_URL: 'https://gateway.example/',
      RATE_LIMIT_PER_MINUTE: '100000000',
    };
    expect(configOf(env)).toMatchObject({
      port: 0,
      worker: false,
      demo: false,
      logLevel: 'debug',
      dataDir: '/tmp/elsewhere',
      exportingIntegrations: ['partner', 'other'],
      publicBaseUrl: 'https://gateway.example',
      rateLimitPerMinute: 100_000_000,
    });
  });

  test('counts as unset when it is empty', () => {
    expect(configOf({ MONGODB_URI: '', PORT: ' ', APP_ENV: '' })).toMatchObject({
      mongodbUri: null,
      oidc: null,
      database: {},
      port: 8080,
      appEnv: 'development',
    });
  });

  test('TOKEN_KEYS may name a file, whose text is taken', () => {
    const TOKEN_KEYS = path.join(folderWith({ 'keys.json': secretKeys }), 'keys.json');
    expect(configOf({ TOKEN_KEYS }).tokenKeys).toBe(secretKeys);
    expect(configOf({ TOKEN_KEYS: secretKeys }).tokenKeys).toBe(secretKeys);
  });
});

describe('faults', () => {
  test('are told all at once, by name', () => {
    expect(
      faultsOf({
        APP_ENV: 'staging',
        HOST: 'no host',
        PORT: '65536',
        PUBLIC_BASE_URL: 'ftp://x',
        MONGODB_URI: 'postgres://x',
        WORKER: 'perhaps',
        LOG_LEVEL: 'loud',
        RATE_LIMIT_PER_MINUTE: '100000001',
        REQUEST_TIMEOUT_MS: '1.5',
        SHUTDOWN_TIMEOUT_MS: '-1',
      }),
    ).toEqual([
      'APP_ENV must be one of development, test, stage, production',
      'HOST must be an address or a host name',
      'PORT must be a whole number from 0 to 65535',
      'PUBLIC_BASE_URL must be an http or https address without credentials or query',
      'MONGODB_URI must be a connection string: mongodb://… or mongodb+srv://…',
      'WORKER must be on or off',
      'LOG_LEVEL must be one of debug, info, warn, error, silent',
      'RATE_LIMIT_PER_MINUTE must be a whole number from 1 to 100000000',
      'REQUEST_TIMEOUT_MS must be a whole number from 1 to 600000',
      'SHUTDOWN_TIMEOUT_MS must be a whole number from 0 to 600000',
    ]);
  });

  test.each(['stage', 'production'])('%s needs a database, keys and no demo', (APP_ENV) => {
    expect(faultsOf({ APP_ENV, DEMO: 'on', PORT: 'x' })).toEqual([
      'PORT must be a whole number from 0 to 65535',
      'MONGODB_URI is required in stage and production',
      'TOKEN_KEYS is required in stage and production',
      'DEMO must be off in stage and production: the secret of the demo client is public',
    ]);
  });

  test('production lets no webhook go to its own machine', () => {
    const deployed = { MONGODB_URI: 'mongodb://db/x', TOKEN_KEYS: '{}' };
    const on = { ...deployed, WEBHOOK_ALLOW_LOOPBACK: 'on' };
    expect(faultsOf({ ...on, APP_ENV: 'production' })).toEqual([
      'WEBHOOK_ALLOW_LOOPBACK must be off in production: a customer could have this machine call itself',
    ]);
    expect(faultsOf({ ...on, APP_ENV: 'stage' })).toEqual([]);
  });

  test.each(['0.0.0.0', '::', '192.168.1.4', '128.0.0.1', 'gateway.example', '127.0.0.1.example'])(
    'the demo is refused on %s',
    (HOST) => {
      const problem =
        'HOST must be a loopback address while DEMO is on: the secret of the demo client is public';
      expect(faultsOf({ HOST })).toEqual([problem]);
      expect(faultsOf({ HOST, APP_ENV: 'test', DEMO: 'on' })).toEqual([problem]);
      expect(faultsOf({ HOST, DEMO: 'off' })).toEqual([]);
    },
  );

  test.each(['127.0.0.1', '127.8.8.8', 'localhost', '::1'])('the demo runs on %s', (HOST) => {
    expect(faultsOf({ HOST })).toEqual([]);
  });

  test('never hold a value: it may be a secret in the wrong place', () => {
    const pasted = 'sk-live-0123456789';
    const faults = faultsOf({
      MONGODB_URI: `mysql://operator:${pasted}@db`,
      TOKEN_KEYS: pasted,
      PUBLIC_BASE_URL: `https://operator:${pasted}@gateway.example`,
      PORT: pasted,
      APP_ENV: pasted,
    });
    expect(faults).toContain('TOKEN_KEYS is no JSON and names no file that can be read');
    expect(faults.join('\n')).not.toContain(pasted);
  });
});

describe('the files', () => {
  const base = {
    'default.json': JSON.stringify({ HOST: '127.0.0.1', PORT: 1, DEMO: false }),
    'development.json': '{}',
  };

  test('stage and production are told where clients reach them', () => {
    const from = folderWith({ ...base, 'stage.json': '{}' });
    expect(faultsOf({ ...deployed, APP_ENV: 'stage' }, from)).toContain(
      'PUBLIC_BASE_URL is required in stage and production',
    );
  });

  test('events stay for ever, or for 30 days at least', () => {
    expect(configOf({ EVENT_RETENTION_DAYS: '30' }).eventRetentionDays).toBe(30);
    expect(loadConfig({ env: { EVENT_RETENTION_DAYS: '29' }, folder: 'config' })).toEqual({
      ok: false,
      faults: [
        { setting: 'EVENT_RETENTION_DAYS', problem: 'must be a whole number from 30 to 36500' },
      ],
    });
  });

  test('that of the environment goes over the default', () => {
    const from = folderWith({
      ...base,
      'default.json': JSON.stringify({
        HOST: '127.0.0.1',
        PORT: 1,
        PUBLIC_BASE_URL: 'http://x',
        DATA_DIR: 'd',
        TOKEN_ISSUER: 'i',
        TOKEN_AUDIENCE: 'a',
        EXPORTING_INTEGRATIONS: ['one'],
        WEBHOOK_ALLOW_LOOPBACK: false,
        WORKER: true,
        PORTAL: false,
        CONSOLE: false,
        OIDC_ROLE_CLAIM: 'groups',
        DEMO: false,
        LOG_LEVEL: 'info',
        METRICS_PORT: 0,
        TRUSTED_PROXIES: [],
        CORS_ORIGINS: [],
        RATE_LIMIT_PER_MINUTE: 1,
        REQUEST_TIMEOUT_MS: 1,
        SHUTDOWN_TIMEOUT_MS: 1,
      }),
      'development.json': JSON.stringify({ PORT: 2 }),
    });
    const loaded = loadConfig({ env: {}, folder: from });
    expect(loaded).toMatchObject({ ok: true, config: { port: 2, exportingIntegrations: ['one'] } });
  });

  test('a member that is no setting is a fault, and APP_ENV is one too', () => {
    const from = folderWith({ ...base, 'development.json': '{"PROT": 80, "APP_ENV": "test"}' });
    expect(faultsOf({}, from)).toEqual(
      expect.arrayContaining([
        'PROT is no setting (config/development.json)',
        'APP_ENV cannot stand in config/development.json: it chooses the file',
      ]),
    );
  });

  test.each([
    ['is missing', undefined, 'config/development.json cannot be read'],
    ['is cut short', '{"PORT": 80', 'config/development.json is not a JSON object'],
    ['is a list', '[]', 'config/development.json is not a JSON object'],
  ])('one that %s is a fault', (_, text, fault) => {
    const { 'default.json': general } = base;
    const files = { 'default.json': general, ...(text && { 'development.json': text }) };
    expect(faultsOf({}, folderWith(files))).toContain(fault);
  });
});
