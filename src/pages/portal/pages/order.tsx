import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import type { Answered, WriteResult } from '../../../application/commit/write-result.js';
import { type ChangeId, type TierId, toId } from '../../../domain/ids.js';
import { guardFields, guardsOfForm, versionIn } from '../../kit/keyed-form.js';
import { page, type PageAnswer, type PageField, see, unknownPage } from '../../kit/page-route.js';
import { choicePattern } from '../choices.js';
import type { Said } from '../confirm-view.js';
import { type Asking, askingOf, type Chosen, readOffer, requesterIn } from '../offer.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import type { PortalRefusalReason } from '../refusal-words.js';
import { ownerOf, type PortalVisit } from '../visitor.js';
import { refusedPage } from '../refused-page.js';
import { afterFailedAction } from '../write-form.js';
import { chosenIn, confirmPage } from './confirm.js';
import { lifeAt } from './subscription.js';

const shownText = 1_000;

export const choiceFields: readonly PageField[] = [
  { name: 'choice', maxLength: 49, pattern: choicePattern },
  { name: 'quantity', maxLength: 7, pattern: /^[1-9]\d{0,6}$/ },
];

export const orderFields: readonly PageField[] = [
  ...guardFields,
  { name: 'choice', maxLength: 49, pattern: choicePattern, isRequired: true },
  { name: 'quantity', maxLength: 7, pattern: /^[1-9]\d{0,6}$/ },
  { name: 'quote', maxLength: 4_096, isRequired: true },
  { name: 'seenFrom', maxLength: shownText },
  { name: 'seenNow', maxLength: shownText },
  { name: 'seenThen', maxLength: shownText },
  { name: 'seenWhen', maxLength: shownText },
];

/** Orders what the confirm page has shown: exactly that, or nothing (docs/spec/pages.md §7). */
export async function answerOrder(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await lifeAt(deps, visit);
  const chosen = chosenIn(visit.form);
  if (found === null || chosen === null) return unknownPage;
  const { life, id } = found;
  const asked = { life, visit, chosen };
  const asking = askingOf(chosen, asked) ?? askingOfBefore(chosen, life);
  if (asking === null) return see(portalPaths.subscription(life.last.id));
  const result = await send(deps, asking, { ...asked, id });
  if (result.ok) return see('replayed' in result ? result.replayed.body : receiptOf(result));
  return afterFailedAction(result, { life, visit, again: () => offerAnew(deps, asked) });
}

type Asked = {
  readonly life: SubscriptionLife;
  readonly visit: PortalVisit;
  readonly chosen: Chosen;
};

/** A form that is sent again after its order has ended the user product: whichever it was, it is a repeat. */
function askingOfBefore({ value }: Chosen, { products, context }: SubscriptionLife): Asking | null {
  const [of = '', period = ''] = value.split('.');
  const periodId = toId<Asking['periodId']>(period);
  if (context.catalogue.tiersById.has(toId(of))) return { by: 'group', tierId: of, periodId };
  const pack = context.catalogue.packagesById.get(toId(of));
  const isKnown = pack !== undefined && products.length > 0;
  return isKnown ? { by: 'offer', packageCode: pack.code, periodId } : null;
}

function send(
  deps: PortalDeps,
  asking: Asking,
  { visit, chosen, id }: Asked & { readonly id: SubscriptionLife['last']['id'] },
): Promise<WriteResult<PortalRefusalReason>> {
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
  const shared = {
    ...owner,
    userProductId: id,
    requestedBy: requesterIn(visit),
    quote: form.quote ?? '',
  };
  if (asking.by === 'group') {
    const { tierId, periodId } = asking;
    const named = { tierId: toId<TierId>(tierId), periodId, quantity: chosen.quantity };
    return deps.applyTier({ ...shared, named }, guards);
  }
  const { packageCode, periodId } = asking;
  const { behaviour } = visit.visitor.settings.portal;
  return deps.requestChange({ ...shared, packageCode, periodId, behaviour }, guards);
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
  return page(confirmPage(deps, read.offer, { ...again, seen: seenIn(visit.form) }), 412);
}

/** What the form says that its page had said. */
function seenIn(form: PortalVisit['form']): Said {
  const { seenFrom: from = '', seenNow: now = '', seenThen: then = '', seenWhen: when = '' } = form;
  return { from, now, then, when };
}

/** Why nothing can be asked for any longer: another change waits, or it is cancelled by now. */
function whyNothing({ last }: SubscriptionLife): Parameters<typeof refusedPage>[0] {
  if (last.pendingChange !== null) return [{ reason: 'change_pending', facts: {} }];
  return last.state === 'activated' ? [] : [{ reason: 'user_product_not_active', facts: {} }];
}
