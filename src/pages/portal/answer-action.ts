import type { SubscriptionLife } from '../../application/change/read-subscription.js';
import type { WriteGuards } from '../../application/commit/guards.js';
import type { WriteResult } from '../../application/commit/write-result.js';
import type { UserProductId } from '../../domain/ids.js';
import type { UserProduct } from '../../domain/user-product/user-product.js';
import { guardsOfForm, versionIn } from '../kit/keyed-form.js';
import { type PageAnswer, see } from '../kit/page-route.js';
import type { SubscriptionRefusalReason } from '../kit/subscription/bound-offer.js';
import { afterFailedAction } from '../kit/subscription/write-form.js';
import { refusedPage } from './refused-page.js';
import { ownerOf, type PortalVisit } from './visitor.js';

/** One action of a form on the last user product of a subscription. */
type Action = {
  readonly name: string;
  /** Where it leads, the first time and each time it is sent again. */
  readonly path: string;
  readonly write: (
    key: ActionKey,
    guards: WriteGuards,
  ) => Promise<WriteResult<SubscriptionRefusalReason>>;
  /** The page anew, with what has moved. */
  readonly again: (moved: string) => Promise<PageAnswer>;
};

type ActionKey = Pick<UserProduct, 'organisationId' | 'accountId'> & {
  readonly userProductId: UserProductId;
};

/** Does what such a form asks for, and goes where that is seen. */
export async function answerAction(
  visit: PortalVisit,
  life: SubscriptionLife,
  { name, path, write, again }: Action,
): Promise<PageAnswer> {
  const { organisationId, accountId, id: userProductId } = life.last;
  const guards = actionGuards(visit, life, { action: name, path });
  const result = await write({ organisationId, accountId, userProductId }, guards);
  if (result.ok) return see(path);
  return afterFailedAction(result, {
    refused: (refusals) => refusedPage(refusals, life, visit),
    again: () => again(visit.written.say('moved.action')),
  });
}

/** The guards of such a form; sent again, it leads where it led the first time. */
function actionGuards(
  visit: PortalVisit,
  { last }: SubscriptionLife,
  { action, path }: { readonly action: string; readonly path: string },
): WriteGuards {
  const { organisationId, accountId } = ownerOf(visit);
  return guardsOfForm({
    owner: ['portal', organisationId, accountId],
    action,
    key: visit.form.key ?? '',
    command: [last.id],
    version: versionIn(visit.form.version),
    pathOf: () => path,
  });
}
