import {
  type SubscriptionQuery,
  subscriptionNeeds,
} from '../../../application/user-product/search-subscriptions.js';
import { parseId, type ProductGroupId, type SubscriptionId } from '../../../domain/ids.js';
import { parseDay } from '../../../domain/time/civil-time.js';
import { userProductStates } from '../../../domain/user-product/user-product.js';
import type { PageField } from '../../kit/page-route.js';

const idPattern = /^[a-f\d]{24}$/;

/** What the address of the list may hold. */
export const listFields = [
  { name: 'q', maxLength: 100 },
  { name: 'state', maxLength: 20 },
  { name: 'package', maxLength: 50 },
  { name: 'group', maxLength: 24, pattern: idPattern },
  { name: 'due', maxLength: 10 },
  { name: 'needs', maxLength: 20 },
  { name: 'before', maxLength: 24, pattern: idPattern },
  { name: 'format', maxLength: 3, pattern: /^csv$/ },
] as const satisfies readonly PageField[];

type Query = Readonly<Record<string, string>>;
export type FilterName = 'q' | 'state' | 'package' | 'group' | 'due' | 'needs';

/** What is asked for, as it stands in the fields of the form: nothing empty, nothing that is none of these. */
export type AskedList = {
  readonly shown: Readonly<Partial<Record<FilterName, string>>>;
  readonly query: SubscriptionQuery;
  readonly before: SubscriptionId | null;
};

/** Reads the address of the list; what means nothing there is as if it were not asked. */
export function askedList(query: Query): AskedList {
  const { q = '', group = '', due = '', package: code = '' } = query;
  const named = textOrNull(q.trim());
  const packageCode = textOrNull(code);
  const state = userProductStates.find((it) => it === query.state) ?? null;
  const needs = subscriptionNeeds.find((it) => it === query.needs) ?? null;
  const groupId = parseId<ProductGroupId>(group);
  const dueDay = parseDay(due);
  const told = {
    ...{ q: named, state, package: packageCode, group: groupId, needs },
    due: dueDay === null ? null : due,
  };
  return {
    shown: Object.fromEntries(Object.entries(told).filter(([, value]) => value !== null)),
    query: { named, state, packageCode, groupId, dueDay, needs },
    before: parseId<SubscriptionId>(query.before ?? ''),
  };
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

/** The same list at that path, with what is told besides. Example: `?state=cancelled&before=…`. */
export function listAddress(
  path: string,
  shown: AskedList['shown'],
  besides: Readonly<Partial<Record<'before' | 'format', string>>> = {},
): string {
  const asked = new URLSearchParams({ ...shown, ...besides }).toString();
  return asked === '' ? path : `${path}?${asked}`;
}
