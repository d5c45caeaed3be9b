import { expect, test } from '@jest/globals';
import { describeSettings } from '../../../src/config/describe-settings.js';

const described = (env: Record<string, string>) =>
  new Map(describeSettings({ env, folder: 'config' }).map((it) => [it.name, it]));

test('every setting has a type, a meaning, and a default or none', () => {
  const settings = [...described({}).values()];
  expect(settings.map((it) => it.name)).toEqual([
    'APP_ENV',
    'HOST',
    'PORT',
    'PUBLIC_BASE_URL',
    'PORTAL',
    'CONSOLE',
    'PORTAL_BASE_URL',
    'CONSOLE_BASE_URL',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_ROLE_CLAIM',
    'OIDC_ROLES',
    'MONGODB_URI',
    'MONGODB_POOL_SIZE',
    'MONGODB_WAIT_MS',
    'MONGODB_REPLY_MS',
    'MONGODB_MAJORITY_MS',
    'MONGODB_INDEX_BUILD_MS',
    'DATA_DIR',
    'TOKEN_KEYS',
    'TOKEN_ISSUER',
    'TOKEN_AUDIENCE',
    'TOKEN_JWKS_URL',
    'TOKEN_JWKS_ISSUER',
    'EXPORTING_INTEGRATIONS',
    'WEBHOOK_ALLOW_LOOPBACK',
    'WORKER',
    'DEMO',
    'EVENT_RETENTION_DAYS',
    'LOG_LEVEL',
    'METRICS_PORT',
    'TRUSTED_PROXIES',
    'CORS_ORIGINS',
    'RATE_LIMIT_PER_MINUTE',
    'REQUEST_TIMEOUT_MS',
    'SHUTDOWN_TIMEOUT_MS',
  ]);
  expect(settings.every((it) => it.type !== '' && it.meaning !== '')).toBe(true);
  const withoutDefault = settings.filter((it) => it.default === 'none').map((it) => it.name);
  expect(withoutDefault).toEqual([
    'PUBLIC_BASE_URL',
    'PORTAL_BASE_URL',
    'CONSOLE_BASE_URL',
    'OIDC_ISSUER',
    'OIDC_CLIENT_ID',
    'OIDC_CLIENT_SECRET',
    'OIDC_ROLES',
    'MONGODB_URI',
    'MONGODB_POOL_SIZE',
    'MONGODB_WAIT_MS',
    'MONGODB_REPLY_MS',
    'MONGODB_MAJORITY_MS',
    'MONGODB_INDEX_BUILD_MS',
    'TOKEN_KEYS',
    'TOKEN_JWKS_URL',
    'TOKEN_JWKS_ISSUER',
    'EXPORTING_INTEGRATIONS',
    'EVENT_RETENTION_DAYS',
    'TRUSTED_PROXIES',
    'CORS_ORIGINS',
  ]);
});

test('a setting tells its value, its default and where it comes from', () => {
  const settings = described({ APP_ENV: 'stage', PORT: '9000' });
  expect(settings.get('PORT')).toMatchObject({
    value: '9000',
    default: '8080',
    source: 'environment',
  });
  expect(settings.get('HOST')).toMatchObject({ value: '0.0.0.0', source: 'config/stage.json' });
  expect(settings.get('LOG_LEVEL')).toMatchObject({
    value: 'info',
    source: 'config/default.json',
  });
  expect(settings.get('WORKER')?.value).toBe('on');
});

test('secrets are masked: keys wholly, an address where it lets in', () => {
  const settings = described({
    TOKEN_KEYS: '{"keys":"do-not-print-me"}',
    MONGODB_URI: 'mongodb://operator:hunter2@db.example/billing?tlsCertificateKeyFilePassword=open',
  });
  expect(settings.get('TOKEN_KEYS')?.value).toBe('***');
  expect(settings.get('MONGODB_URI')?.value).toBe(
    'mongodb://***@db.example/billing?tlsCertificateKeyFilePassword=***',
  );
});
