import { guardFields } from '../../kit/keyed-form.js';
import { actionUnknown } from '../../kit/subscription/write-form.js';
import type { ConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerAssign, answerAssignDone, assignFields } from './assign.js';
import { answerConsoleCancel, answerConsoleCancelDone } from './cancel.js';
import {
  answerConsoleConfirm,
  answerConsoleOrder,
  confirmFields,
  consoleOrderFields,
} from './confirm.js';
import { answerDates, answerDatesDone, datesFields } from './dates.js';
import { answerConsoleReactivate, answerConsoleReactivateDone } from './reactivate.js';
import { answerConsoleSubscription, subscriptionFields } from './subscription.js';
import { answerConsoleUndo, answerConsoleUndoDone } from './undo.js';

type Route = Parameters<typeof organisationRoute>[1];
type Answer = (
  deps: ConsoleDeps,
  visit: Parameters<Route['handle']>[0],
) => ReturnType<Route['handle']>;

type Act = Pick<Route, 'name' | 'path' | 'action' | 'api' | 'query' | 'form'> & {
  readonly show: Answer;
  readonly done: Answer;
};

const acts: readonly Act[] = [
  {
    name: 'confirm',
    path: 'change/confirm',
    action: 'change_subscription',
    api: ['previewChangeProduct', 'changeProduct', 'listChangeOptions', 'applyMembership'],
    query: confirmFields,
    form: consoleOrderFields,
    show: answerConsoleConfirm,
    done: answerConsoleOrder,
  },
  {
    name: 'cancel',
    path: 'cancel',
    action: 'cancel_subscription',
    api: ['cancelSubscription'],
    show: answerConsoleCancel,
    done: answerConsoleCancelDone,
  },
  {
    name: 'reactivate',
    path: 'reactivate',
    action: 'reactivate_subscription',
    api: ['reactivateSubscription'],
    show: answerConsoleReactivate,
    done: answerConsoleReactivateDone,
  },
  {
    name: 'undo',
    path: 'changes/:changeId/undo',
    action: 'undo_change',
    api: ['cancelProductChange', 'undoChange'],
    show: answerConsoleUndo,
    done: answerConsoleUndoDone,
  },
  {
    name: 'assign',
    path: 'group',
    action: 'assign_group',
    api: ['assignProductGroup'],
    form: assignFields,
    show: answerAssign,
    done: answerAssignDone,
  },
  {
    name: 'dates',
    path: 'dates',
    action: 'edit_subscription_dates',
    api: ['updateUserProduct'],
    form: datesFields,
    show: answerDates,
    done: answerDatesDone,
  },
];

/** One subscription: its page, and what an operator does with it (docs/spec/pages.md §11). */
export function subscriptionRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  return [
    organisationRoute(deps, {
      name: 'subscription',
      method: 'get',
      path: 'subscriptions/:id',
      action: 'see',
      api: [
        ...['listUserProducts', 'listChanges', 'listEvents'],
        ...['listChangeOptions', 'previewChangeProduct'],
      ],
      query: subscriptionFields,
      handle: (visit) => answerConsoleSubscription(deps, visit),
    }),
    ...acts.flatMap((it) => routesOf(deps, it)),
  ];
}

/** A page with its form, and the same path that does it. */
function routesOf(
  deps: ConsoleDeps,
  { show, done, query = [], form = guardFields, ...route }: Act,
): readonly ConsoleRoute[] {
  const path = `subscriptions/:id/${route.path}`;
  return [
    organisationRoute(deps, {
      ...{ ...route, path, query, method: 'get' },
      handle: (visit) => show(deps, visit),
    }),
    organisationRoute(deps, {
      ...{ ...route, path, form, method: 'post', name: `${route.name}Done` },
      handle: (visit) => done(deps, visit),
      whenUnknown: actionUnknown,
    }),
  ];
}
