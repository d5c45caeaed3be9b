import type { ConsoleDeps } from '../console-deps.js';
import { type ConsoleRoute, organisationRoute } from '../console-route.js';
import { answerDeleteGroup, answerGroupGone, deleteGroupFields } from './delete-group.js';
import { answerEditGroup, answerSaveGroup, editGroupFields } from './edit-group.js';
import { answerEditTier, answerSaveTier, editTierFields } from './edit-tier.js';
import { answerGroup, groupQuery } from './group.js';
import { answerGroups, listQuery } from './list.js';
import { answerCreateGroup, answerNewGroup, newGroupFields } from './new-group.js';
import { answerAddTier, answerNewTier, newTierFields, newTierQuery } from './new-tier.js';
import { answerMoveTier, answerOrderOfGroup, moveFields, orderQuery } from './order.js';
import { answerRemoveTier, answerTierGone } from './remove-tier.js';

type Route = Parameters<typeof organisationRoute>[1];
type Page = Pick<Route, 'path' | 'api'> & {
  readonly name: string;
  readonly show: Route['handle'];
  readonly act: Route['handle'];
  readonly query?: NonNullable<Route['query']>;
  readonly form?: NonNullable<Route['form']>;
};

const base = 'product-groups';
const one = `${base}/:group`;
const replace = ['readProductGroup', 'replaceProductGroup'];

/** Product groups, and everything that is done with them (docs/spec/pages.md §12). */
export function groupRoutes(deps: ConsoleDeps): readonly ConsoleRoute[] {
  const seen = [
    {
      ...{ name: 'groups', path: base, api: ['listProductGroups'], query: listQuery },
      handle: (visit) => answerGroups(deps, visit),
    },
    {
      ...{ name: 'group', path: one, api: ['readProductGroup'], query: groupQuery },
      handle: (visit) => answerGroup(deps, visit),
    },
  ] as const satisfies readonly Omit<Route, 'method' | 'action'>[];
  return [
    ...actionsOf(deps).flatMap(({ name, path, api, show, act, query = [], form = [] }) => [
      organisationRoute(deps, {
        ...{ name, path, api, query, method: 'get', action: 'edit_product_group' },
        handle: show,
      }),
      organisationRoute(deps, {
        ...{ name: `${name}Post`, path, api, form, method: 'post', action: 'edit_product_group' },
        handle: act,
      }),
    ]),
    ...seen.map((it) => organisationRoute(deps, { ...it, method: 'get', action: 'see' })),
  ];
}

/** Each is a page that shows its form and, at the same path, what the form does. */
function actionsOf(deps: ConsoleDeps): readonly Page[] {
  return [
    {
      ...{ name: 'newGroup', path: `${base}/new`, api: ['createProductGroup'] },
      form: newGroupFields,
      show: (visit) => answerNewGroup(deps, visit),
      act: (visit) => answerCreateGroup(deps, visit),
    },
    {
      ...{ name: 'editGroup', path: `${one}/edit`, api: replace, form: editGroupFields },
      show: (visit) => answerEditGroup(deps, visit),
      act: (visit) => answerSaveGroup(deps, visit),
    },
    {
      ...{ name: 'deleteGroup', path: `${one}/delete`, api: ['deleteProductGroup'] },
      form: deleteGroupFields,
      show: (visit) => answerDeleteGroup(deps, visit),
      act: (visit) => answerGroupGone(deps, visit),
    },
    {
      ...{ name: 'groupOrder', path: `${one}/order`, api: replace, form: moveFields },
      query: orderQuery,
      show: (visit) => answerOrderOfGroup(deps, visit),
      act: (visit) => answerMoveTier(deps, visit),
    },
    {
      ...{ name: 'newTier', path: `${one}/tiers/new`, api: replace, form: newTierFields },
      query: newTierQuery,
      show: (visit) => answerNewTier(deps, visit),
      act: (visit) => answerAddTier(deps, visit),
    },
    {
      ...{ name: 'editTier', path: `${one}/tiers/:tier`, api: replace, form: editTierFields },
      show: (visit) => answerEditTier(deps, visit),
      act: (visit) => answerSaveTier(deps, visit),
    },
    {
      ...{ name: 'removeTier', path: `${one}/tiers/:tier/remove`, api: replace },
      show: (visit) => answerRemoveTier(deps, visit),
      act: (visit) => answerTierGone(deps, visit),
    },
  ];
}
