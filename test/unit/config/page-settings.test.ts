import { describe, expect, test } from '@jest/globals';
import { loadConfig } from '../../../src/config/load-config.js';

const load = (env: Record<string, string>) => loadConfig({ env, folder: 'config' });
const configOf = (env: Record<string, string>) => {
  const loaded = load(env);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  return loaded.config;
};
const faultsOf = (env: Record<string, string>) => {
  const loaded = load(env);
  return loaded.ok ? [] : loaded.faults.map(({ setting, problem }) => `${setting} ${problem}`);
};
const deployed = { MONGODB_URI: 'mongodb://db.example/billing', TOKEN_KEYS: '{}' };
const both = {
  ...{ PORTAL: 'on', PORTAL_BASE_URL: 'https://portal.example' },
  ...{ CONSOLE: 'on', CONSOLE_BASE_URL: 'https://console.example' },
};

describe('Pages', () => {
  test.each([
    ['development', true],
    ['test', true],
    ['stage', false],
    ['production', false],
  ])('in %s are on: %s', (APP_ENV, isOn) => {
    const { portal, console } = configOf({ APP_ENV, ...deployed });
    expect([portal, console]).toEqual([isOn, isOn]);
  });

  test('are where the API is, unless they are told to be elsewhere', () => {
    expect(configOf({ PUBLIC_BASE_URL: 'https://a.test' })).toMatchObject({
      portalBaseUrl: 'https://a.test',
      consoleBaseUrl: 'https://a.test',
    });
    const told = { PUBLIC_BASE_URL: 'https://a.test', PORTAL_BASE_URL: 'https://p.test/' };
    expect(configOf({ ...told, CONSOLE_BASE_URL: 'http://localhost:81' })).toMatchObject({
      portalBaseUrl: 'https://p.test',
      consoleBaseUrl: 'http://localhost:81',
    });
  });

  test.each([
    'https://a.test/portal',
    'https://a.test/?x',
    'https://u@a.test',
    'a.test',
    'ftp://a',
  ])('are not below %s', (url) => {
    expect(faultsOf({ PORTAL_BASE_URL: url })).toHaveLength(1);
    expect(faultsOf({ CONSOLE_BASE_URL: url })).toHaveLength(1);
  });
});

describe.each(['stage', 'production'])('In %s', (APP_ENV) => {
  const faults = (given: Record<string, string>) => faultsOf({ APP_ENV, ...deployed, ...given });

  test('pages are where a setting says, by https, on two hosts', () => {
    expect(faults(both)).toEqual([]);
    expect(faults({ ...both, CONSOLE_BASE_URL: 'https://portal.example:8443' })).toEqual([
      'CONSOLE_BASE_URL must have another host than PORTAL_BASE_URL in stage and production: their cookies must not meet',
    ]);
    expect(faults({ PORTAL: 'on', CONSOLE: 'on' })).toEqual([
      'PORTAL_BASE_URL is required in stage and production while PORTAL is on',
      'CONSOLE_BASE_URL is required in stage and production while CONSOLE is on',
    ]);
    const http = { PORTAL_BASE_URL: 'http://p.test', CONSOLE_BASE_URL: 'http://c.test' };
    expect(faults({ ...both, ...http }).map((it) => it.split(':', 1)[0])).toEqual([
      'PORTAL_BASE_URL must be https in stage and production',
      'CONSOLE_BASE_URL must be https in stage and production',
    ]);
  });

  test('what is off needs no address', () => {
    expect(faults({ PORTAL: 'on', PORTAL_BASE_URL: 'https://portal.example' })).toEqual([]);
    expect(faults({})).toEqual([]);
  });
});
