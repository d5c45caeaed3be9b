import { describe, expect, test } from '@jest/globals';
import { describeSettings } from '../../../src/config/describe-settings.js';
import { loadConfig } from '../../../src/config/load-config.js';
import { providerRoles } from '../../../src/config/provider-roles-setting.js';
import { roles } from '../../../src/domain/operators/role.js';

const organisation = '56e1741a6fc9365306000001';
const all = {
  OIDC_ISSUER: 'https://id.example/realms/a/',
  OIDC_CLIENT_ID: 'console',
  OIDC_CLIENT_SECRET: 'hidden',
  OIDC_ROLES: JSON.stringify({ leads: { organisation, role: 'owner' } }),
};
const load = (env: Record<string, string>) => loadConfig({ env, folder: 'config' });
const faultsOf = (env: Record<string, string>) => {
  const loaded = load(env);
  return loaded.ok ? [] : loaded.faults.map((it) => it.setting);
};

describe('The identity provider', () => {
  test('is known by its settings, each as it was given', () => {
    const loaded = load(all);
    expect(loaded.ok && loaded.config.oidc).toEqual({
      issuer: 'https://id.example/realms/a/',
      ...{ clientId: 'console', clientSecret: 'hidden', roleClaim: 'groups' },
      roles: [{ claim: 'leads', organisation, role: 'owner' }],
    });
    const none = load({});
    expect(none.ok && none.config.oidc).toBeNull();
  });

  test.each(Object.keys(all))('is known as a whole or not at all: without %s', (name) => {
    expect(faultsOf({ ...all, [name]: '' })).toEqual([name]);
  });

  test.each([
    'owner',
    '[]x',
    '{"a":{"organisation":"x","role":"owner"}}',
    '{"a":{"organisation":"*","role":"boss"}}',
    '{"a":{"organisation":"*"}}',
    '{"a":{"organisation":"*","role":"owner","more":1}}',
    '{"":{"organisation":"*","role":"owner"}}',
  ])('gives no roles by %s', (OIDC_ROLES) => {
    expect(faultsOf({ ...all, OIDC_ROLES })).toEqual(['OIDC_ROLES']);
  });

  test.each(roles)('gives every role that there is: %s', (role) => {
    const given = { a: { organisation: '*', role } };
    expect(providerRoles.parse(given)).toEqual([{ claim: 'a', organisation: '*', role }]);
  });

  test('is https in stage and production, and its secret is not shown', () => {
    const deployed = {
      ...{ APP_ENV: 'production', MONGODB_URI: 'mongodb://db/a', TOKEN_KEYS: '{}' },
      ...{ PUBLIC_BASE_URL: 'https://a.test' },
    };
    expect(faultsOf({ ...deployed, ...all })).toEqual([]);
    const OIDC_ISSUER = 'http://id.example';
    expect(faultsOf({ ...deployed, ...all, OIDC_ISSUER })).toEqual(['OIDC_ISSUER']);
    const shown = describeSettings({ env: all, folder: 'config' });
    expect(shown.find((it) => it.name === 'OIDC_CLIENT_SECRET')?.value).toBe('***');
  });
});
