import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import type { Answered, WriteResult } from '../../../application/commit/write-result.js';
import { type ChangeId, toId } from '../../../domain/ids.js';
import { guardsOfForm, versionIn } from '../../kit/keyed-form.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import {
  type Asking,
  orderBoundOffer,
  type SubscriptionRefusalReason,
} from '../../kit/subscription/bound-offer.js';
import { type Chosen, chosenIn, choiceParts } from '../../kit/subscription/chosen.js';
import { saidIn } from '../../kit/subscription/confirm-view.js';
import { afterFailedAction } from '../../kit/subscription/write-form.js';
import { askingOf, readOffer, requesterIn } from '../offer.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { ownerOf, type PortalVisit } from '../visitor.js';
import { refusedPage } from '../refused-page.js';
import { portalConfirmPage } from './confirm.js';
import { lifeAt } from './subscription.js';

/** Orders what the confirm page has shown: exactly that, or nothing (docs/spec/pages.md §7). */
export async function answerOrder(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  const chosen = chosenIn(visit.form);
  if (found === null || chosen === null) return unknownPage;
  const { life, id } = found;
  const asked = { life, visit, chosen };
  const asking = askingOf(chosen, asked) ?? askingOfBefore(chosen, life, visit);
  if (asking === null) return see(portalPaths.subscription(life.last.id));
  const result = await send(deps, asking, { ...asked, id });
  if (result.ok) return see('replayed' in result ? result.replayed.body : receiptOf(result));
  return afterFailedAction(result, {
    refused: (refusals) => refusedPage(refusals, life, visit),
    again: () => offerAnew(deps, asked),
  });
}

type Asked = {
  readonly life: SubscriptionLife;
  readonly visit: PortalVisit;
  readonly chosen: Chosen;
};

/** A form that is sent again after its order has ended the user product: whichever it was, it is a repeat. */
function askingOfBefore(
  chosen: Chosen,
  { products, context }: SubscriptionLife,
  { visitor }: PortalVisit,
): Asking | null {
  const { of, periodId } = choiceParts(chosen);
  if (context.catalogue.tiersById.has(toId(of))) return { by: 'group', tierId: of, periodId };
  const pack = context.catalogue.packagesById.get(toId(of));
  const isKnown = pack !== undefined && products.length > 0;
  const { behaviour } = visitor.settings.portal;
  return isKnown ? { by: 'offer', packageCode: pack.code, periodId, behaviour } : null;
}

function send(
  deps: PortalDeps,
  asking: Asking,
  { life, visit, chosen, id }: Asked & { readonly id: SubscriptionLife['last']['id'] },
): Promise<WriteResult<SubscriptionRefusalReason>> {
  const { form } = visit;
  const owner = ownerOf(visit);
  const guards = guardsOfForm({
    owner: ['portal', owner.organisationId, owner.accountId],
    action: 'change',
    key: form.key ?? '',
    command: [id, chosen.value, chosen.quantity],
    version: versionIn(form.version),
    pathOf: receiptOf,
  });
  const requestedBy = requesterIn(visit);
  const order = { life, chosen, requestedBy, id, quote: form.quote ?? '', guards };
  return orderBoundOffer(deps, asking, order);
}

/** Where the change that this write made, or was made before, is to be seen. */
function receiptOf({ product, written }: Answered): string {
  const { endedBy, pendingChange, id } = written?.next ?? product;
  const changeId: ChangeId | undefined = endedBy?.changeId ?? pendingChange?.changeId;
  return changeId === undefined ? portalPaths.subscription(id) : portalPaths.receipt(id, changeId);
}

/** What moved, beside what the form had said, with a new button. Never carried out by itself. */
async function offerAnew(deps: PortalDeps, { life, visit, chosen }: Asked): Promise<PageAnswer> {
  // As it is by now: the write has looked at what is due.
  const fresh = (await lifeAt(deps, visit))?.life ?? life;
  const again = { life: fresh, visit, chosen };
  const read = await readOffer(deps, again);
  if (read === null) return page(refusedPage(whyNothing(fresh), fresh, visit), 409);
  if (!read.ok) return page(refusedPage(read.refusals, fresh, visit), 409);
  return page(portalConfirmPage(deps, read.offer, { ...again, seen: saidIn(visit.form) }), 412);
}

/** Why nothing can be asked for any longer: another change waits, or it is cancelled by now. */
function whyNothing({ last }: SubscriptionLife): Parameters<typeof refusedPage>[0] {
  if (last.pendingChange !== null) return [{ reason: 'change_pending', facts: {} }];
  return last.state === 'activated' ? [] : [{ reason: 'user_product_not_active', facts: {} }];
}
