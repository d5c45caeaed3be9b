import { formKeyPattern } from '../../kit/keyed-form.js';
import type { ConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerAccount } from './account.js';
import { answerErase, answerErased, answerEraseForm } from './erase.js';
import { answerLinkForm, answerMakeLink } from './portal-link.js';

const one = 'accounts/:account';

/** An account, and what is done with it as a whole. */
export function accountsRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  const link = {
    path: `${one}/portal-link`,
    action: 'make_portal_link',
    api: ['createPortalSession'],
  } as const;
  const erase = { path: `${one}/erase`, action: 'erase_account', api: ['eraseAccount'] } as const;
  return [
    organisationRoute(deps, {
      ...{ name: 'account', method: 'get', path: one, action: 'see' },
      api: ['listSubscriptions', 'listInvoices'],
      handle: (visit) => answerAccount(deps, visit),
    }),
    organisationRoute(deps, {
      ...link,
      ...{ name: 'portalLinkForm', method: 'get' },
      handle: (visit) => answerLinkForm(deps, visit),
    }),
    organisationRoute(deps, {
      ...link,
      ...{ name: 'makePortalLink', method: 'post' },
      form: [{ name: 'key', maxLength: 22, pattern: formKeyPattern, isRequired: true }],
      handle: (visit) => answerMakeLink(deps, visit),
    }),
    organisationRoute(deps, {
      ...erase,
      ...{ name: 'eraseForm', method: 'get' },
      handle: (visit) => answerEraseForm(deps, visit),
    }),
    organisationRoute(deps, {
      ...erase,
      ...{ name: 'eraseAccount', method: 'post' },
      form: [{ name: 'typed', maxLength: 40, isRequired: true }],
      handle: (visit) => answerErase(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ name: 'erasedAccount', method: 'get', path: `${one}/erased`, action: 'erase_account' },
      api: ['eraseAccount'],
      handle: (visit) => answerErased(deps, visit),
    }),
  ];
}
