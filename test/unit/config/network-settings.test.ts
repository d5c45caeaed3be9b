import { describe, expect, test } from '@jest/globals';
import express from 'express';
import type { Config } from '../../../src/config/config.js';
import { loadConfig } from '../../../src/config/load-config.js';

const folder = 'config';
const deployed = { MONGODB_URI: 'mongodb://db.example/billing', TOKEN_KEYS: '{}' };

function configOf(env: Record<string, string>): Config {
  const loaded = loadConfig({ env, folder });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config;
}

function faultsOf(env: Record<string, string>): readonly string[] {
  const loaded = loadConfig({ env, folder });
  return loaded.ok ? [] : loaded.faults.map(({ setting, problem }) => `${setting} ${problem}`);
}

describe('TRUSTED_PROXIES', () => {
  test.each([
    ['none', []],
    ['loopback', ['loopback']],
    ['loopback, linklocal,uniquelocal', ['loopback', 'linklocal', 'uniquelocal']],
    ['10.1.2.3', ['10.1.2.3']],
    ['10.0.0.0/8,2001:db8::/32,::1', ['10.0.0.0/8', '2001:db8::/32', '::1']],
    ['10.0.0.1/32,2001:db8::1/128', ['10.0.0.1/32', '2001:db8::1/128']],
  ])('%s is taken, and by the edge as well', (given, trustedProxies) => {
    expect(configOf({ TRUSTED_PROXIES: given }).trustedProxies).toEqual(trustedProxies);
    expect(() => express().set('trust proxy', trustedProxies)).not.toThrow();
  });

  test.each([
    'true',
    '*',
    '1',
    'proxy.example',
    'Loopback',
    '10.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '::1/129',
    '10.0.0.0/',
    '10.0.0.0/255.0.0.0',
    '10.0.0.0/8/8',
    '10.0.0',
    '0x0a.0.0.1',
    'fe80::1%eth0',
    '::ffff:10.0.0.1',
    '10.0.0.1;10.0.0.2',
  ])('%s is a fault', (given) => {
    expect(faultsOf({ TRUSTED_PROXIES: given })).toEqual([
      'TRUSTED_PROXIES must be none, or a list of addresses, networks as 10.0.0.0/8, or loopback, linklocal, uniquelocal, separated by commas',
    ]);
  });
});

describe('CORS_ORIGINS', () => {
  test.each([
    ['none', []],
    ['https://portal.example.com', ['https://portal.example.com']],
    ['https://a.test:8443, https://b.test', ['https://a.test:8443', 'https://b.test']],
    [
      'http://localhost:3000,http://127.0.0.1:3000,http://[::1]:3000',
      ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]:3000'],
    ],
  ])('%s is taken', (given, corsOrigins) => {
    expect(configOf({ CORS_ORIGINS: given }).corsOrigins).toEqual(corsOrigins);
    expect(
      configOf({ ...deployed, APP_ENV: 'production', CORS_ORIGINS: given }).corsOrigins,
    ).toEqual(corsOrigins);
  });

  test.each([
    '*',
    'null',
    'https://*.example.com',
    'portal.example.com',
    'https://portal.example.com/',
    'https://portal.example.com/app',
    'https://Portal.example.com',
    'https://portal.example.com:443',
    'https://user@portal.example.com',
    'http://portal.example.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example.com',
    'ftp://portal.example.com',
    'file:///x',
    'https://a.test, http://b.test',
  ])('%s is a fault', (given) => {
    expect(faultsOf({ CORS_ORIGINS: given })).toEqual([
      'CORS_ORIGINS must be none, or a list of exact origins as https://portal.example.com, plain http only on loopback, separated by commas',
    ]);
  });
});

describe('tokens of another issuer', () => {
  const TOKEN_JWKS_URL = 'https://issuer.example/keys';

  test('are those of TOKEN_JWKS_ISSUER, or else of TOKEN_ISSUER', () => {
    const env = { TOKEN_JWKS_URL, TOKEN_ISSUER: 'us' };
    expect(configOf(env)).toMatchObject({ tokenJwksUrl: TOKEN_JWKS_URL, tokenJwksIssuer: 'us' });
    const named = { ...env, TOKEN_JWKS_ISSUER: 'them' };
    expect(configOf(named)).toMatchObject({ tokenIssuer: 'us', tokenJwksIssuer: 'them' });
  });

  test.each(['stage', 'production'])('are never asked about in clear text in %s', (APP_ENV) => {
    const env = { APP_ENV, ...deployed };
    expect(faultsOf({ ...env, TOKEN_JWKS_URL })).toEqual([]);
    expect(faultsOf({ ...env, TOKEN_JWKS_URL: 'http://issuer.example/keys' })).toEqual([
      'TOKEN_JWKS_URL must be https in stage and production: whoever answers it says which tokens hold',
    ]);
  });

  test('may be in development and test', () => {
    expect(faultsOf({ TOKEN_JWKS_URL: 'http://127.0.0.1:9000/keys' })).toEqual([]);
  });
});

test('metrics are never on the public port', () => {
  expect(configOf({ METRICS_PORT: '9090' }).metricsPort).toBe(9090);
  expect(configOf({ METRICS_PORT: '0', PORT: '0' }).metricsPort).toBe(0);
  expect(faultsOf({ METRICS_PORT: '8080' })).toEqual([
    'METRICS_PORT must not be PORT: metrics are never on the public port',
  ]);
});
