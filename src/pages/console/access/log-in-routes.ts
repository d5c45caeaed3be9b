import type { PageField } from '../../kit/page-route.js';
import { answerAlive } from '../../kit/answer-alive.js';
import type { ConsoleDeps } from '../console-deps.js';
import type { ConsoleRoute } from '../console-route.js';
import { answerLogin } from './login.js';
import { answerConsoleLanguage, answerMe } from './me.js';
import { passkeyFields } from './passkey-form.js';
import { answerPasskeyLogin, answerPasskeyOptions } from './passkey-login.js';
import {
  answerAddPasskey,
  answerNewPasskeyOptions,
  answerRemovePasskey,
  answerRemovePasskeyDone,
} from './passkeys.js';
import { answerProve, answerProveDone } from './prove.js';
import { answerAskProvider, answerProviderReturn } from './provider-login.js';

type Open = Extract<ConsoleRoute, { readonly access: 'open' }>;
type Own = Extract<ConsoleRoute, { readonly access: 'session' }>;

const nextField: PageField = { name: 'next', maxLength: 2_000 };

/** Logging in; none of it needs a session. Each try counts. */
export function logInRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  const open = { api: 'log-in', access: 'open' } as const;
  const limited = { ...open, isEntry: true } as const;
  const routes: readonly Open[] = [
    {
      ...open,
      ...{ name: 'login', method: 'get', path: '/login', query: [nextField] },
      handle: (visit) => answerLogin(deps, visit),
    },
    {
      ...limited,
      ...{ name: 'loginOidc', method: 'get', path: '/login/oidc' },
      query: [nextField, { name: 'again', maxLength: 1 }],
      handle: (visit) => answerAskProvider(deps, visit),
    },
    {
      ...limited,
      ...{ name: 'loginOidcReturn', method: 'get', path: '/login/oidc/return' },
      handle: (visit) => answerProviderReturn(deps, visit),
    },
    {
      ...limited,
      ...{ name: 'passkeyOptions', method: 'post', path: '/login/passkey/options' },
      handle: (visit) => answerPasskeyOptions(deps, visit),
    },
    {
      ...limited,
      ...{ name: 'passkeyLogin', method: 'post', path: '/login/passkey', form: passkeyFields },
      handle: (visit) => answerPasskeyLogin(deps, visit),
    },
  ];
  return routes;
}

/** What an operator who is in does about themselves. */
export function ownRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  const own = { api: 'log-in', access: 'session' } as const;
  const one = '/me/passkeys/:passkey/remove';
  const routes: readonly Own[] = [
    {
      ...own,
      ...{ name: 'prove', method: 'get', path: '/prove', query: [nextField] },
      handle: (visit) => answerProve(deps, visit),
    },
    {
      ...own,
      ...{ name: 'proveDone', method: 'post', path: '/prove', form: passkeyFields, isEntry: true },
      handle: (visit) => answerProveDone(deps, visit),
    },
    { ...own, name: 'alive', method: 'get', path: '/alive', handle: answerAlive },
    { ...own, name: 'me', method: 'get', path: '/me', handle: (visit) => answerMe(deps, visit) },
    {
      ...own,
      ...{ name: 'meLanguage', method: 'post', path: '/me/language' },
      form: [{ name: 'language', maxLength: 2, isRequired: true }],
      handle: (visit) => answerConsoleLanguage(deps, visit),
    },
    {
      ...own,
      ...{ name: 'newPasskeyOptions', method: 'post', path: '/me/passkeys/options' },
      handle: (visit) => answerNewPasskeyOptions(deps, visit),
    },
    {
      ...own,
      ...{ name: 'addPasskey', method: 'post', path: '/me/passkeys', form: passkeyFields },
      handle: (visit) => answerAddPasskey(deps, visit),
    },
    {
      ...own,
      ...{ name: 'removePasskey', method: 'get', path: one },
      handle: (visit) => answerRemovePasskey(deps, visit),
    },
    {
      ...own,
      ...{ name: 'removePasskeyDone', method: 'post', path: one },
      form: [{ name: 'last', maxLength: 4 }],
      handle: (visit) => answerRemovePasskeyDone(deps, visit),
    },
  ];
  return routes;
}
