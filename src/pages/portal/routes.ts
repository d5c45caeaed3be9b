import { guardFields } from '../kit/keyed-form.js';
import type { PageRoute } from '../kit/page-route.js';
import { answerAlive } from '../kit/answer-alive.js';
import { choiceFields, orderFields } from '../kit/subscription/chosen.js';
import { actionUnknown } from '../kit/subscription/write-form.js';
import { answerBrandLogo, answerBrandStyle } from './pages/brand.js';
import { answerCancel, answerCancelDone } from './pages/cancel.js';
import { answerChange } from './pages/change.js';
import { answerConfirm } from './pages/confirm.js';
import { answerDocument } from './pages/document.js';
import { answerDocuments } from './pages/documents.js';
import { answerEnter } from './pages/enter.js';
import { answerHome } from './pages/home.js';
import { answerOrder } from './pages/order.js';
import { answerReactivate, answerReactivateDone } from './pages/reactivate.js';
import { answerReceipt } from './pages/receipt.js';
import { answerAccessibility, answerLanguage, answerLeave } from './pages/small.js';
import { answerSubscription } from './pages/subscription.js';
import { answerUndo, answerUndoDone } from './pages/undo.js';
import type { PortalDeps } from './portal-deps.js';
import type { PortalNobody, PortalVisit, PortalVisitor } from './visitor.js';

type Route = PageRoute<PortalVisitor, PortalNobody>;
type Answer = (deps: PortalDeps, visit: PortalVisit) => ReturnType<typeof answerHome>;

/** Every page and every action of the portal (docs/spec/pages.md §6). */
export function portalRoutes(deps: PortalDeps): readonly Route[] {
  const get = (name: string, path: string, answer: Answer): Route => ({
    name,
    method: 'get',
    path,
    access: 'session',
    handle: (visit) => answer(deps, visit),
  });
  const act = (name: string, path: string, answer: Answer): Route => ({
    name,
    method: 'post',
    path,
    form: guardFields,
    access: 'session',
    handle: (visit) => answer(deps, visit),
    whenUnknown: actionUnknown,
  });
  const one = '/subscriptions/:id';
  return [
    get('home', '/', answerHome),
    get('subscription', one, answerSubscription),
    { ...get('change', `${one}/change`, answerChange), query: choiceFields },
    { ...get('confirm', `${one}/change/confirm`, answerConfirm), query: choiceFields },
    {
      name: 'order',
      method: 'post',
      path: `${one}/change`,
      form: orderFields,
      access: 'session',
      handle: (visit) => answerOrder(deps, visit),
      whenUnknown: actionUnknown,
    },
    {
      ...get('receipt', `${one}/changes/:changeId`, answerReceipt),
      query: [{ name: 'download', maxLength: 1 }],
    },
    get('undo', `${one}/changes/:changeId/undo`, answerUndo),
    act('undoDone', `${one}/changes/:changeId/undo`, answerUndoDone),
    get('cancel', `${one}/cancel`, answerCancel),
    act('cancelDone', `${one}/cancel`, answerCancelDone),
    get('reactivate', `${one}/reactivate`, answerReactivate),
    act('reactivateDone', `${one}/reactivate`, answerReactivateDone),
    get('documents', '/documents', answerDocuments),
    get('document', '/documents/:id', answerDocument),
    ...ownRoutes(deps),
    ...openRoutes(deps),
  ];
}

/** What a visitor does with the visit itself. */
function ownRoutes(deps: PortalDeps): readonly Route[] {
  type Own = Extract<Route, { readonly access: 'session' }>;
  const routes: readonly Own[] = [
    {
      name: 'language',
      method: 'post',
      path: '/language',
      form: [
        { name: 'language', maxLength: 2, isRequired: true },
        { name: 'back', maxLength: 2_000 },
      ],
      access: 'session',
      handle: (visit) => answerLanguage(deps, visit),
    },
    {
      name: 'leave',
      method: 'post',
      path: '/leave',
      access: 'session',
      handle: (visit) => answerLeave(deps, visit),
    },
    { name: 'alive', method: 'get', path: '/alive', access: 'session', handle: answerAlive },
  ];
  return routes;
}

function openRoutes(deps: PortalDeps): readonly Route[] {
  type Open = Extract<Route, { readonly access: 'open' }>;
  const open = { method: 'get', access: 'open' } as const;
  const routes: readonly Open[] = [
    {
      ...open,
      name: 'enter',
      path: '/enter/:token',
      isEntry: true,
      handle: (visit) => answerEnter(deps, visit, 'open'),
    },
    {
      ...open,
      name: 'enterByButton',
      method: 'post',
      path: '/enter/:token',
      isEntry: true,
      handle: (visit) => answerEnter(deps, visit, 'button'),
    },
    { ...open, name: 'accessibility', path: '/accessibility', handle: answerAccessibility },
    {
      ...open,
      name: 'brandStyle',
      path: '/brand/:organisation/style.css',
      handle: (visit) => answerBrandStyle(deps, visit),
    },
    {
      ...open,
      name: 'brandLogo',
      path: '/brand/:organisation/logo',
      handle: (visit) => answerBrandLogo(deps, visit),
    },
  ];
  return routes;
}
