import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { type ChangeId, parseId } from '../../../domain/ids.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { actionPage, hiddenOf } from '../../kit/subscription/write-form.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { type PortalVisit, tellingOf } from '../visitor.js';
import { answerAction } from '../answer-action.js';
import { lifeAt } from './subscription.js';

/** What stays as it is where a change that waits is taken back. */
export async function answerUndo(
  deps: PortalDeps,
  visit: PortalVisit,
  moved: string | null = null,
): Promise<PageAnswer> {
  const found = await waitingAt(deps, visit);
  if (found === null) return unknownPage;
  const { life, changeId, isWaiting } = found;
  if (!isWaiting) return see(portalPaths.receipt(life.last.id, changeId));
  return page(undoPage(deps, { life, changeId, visit, moved }));
}

/** Takes it back. One that waits no more is shown as what became of it. */
export async function answerUndoDone(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const found = await waitingAt(deps, visit);
  if (found === null) return unknownPage;
  const { life, changeId } = found;
  return answerAction(visit, life, {
    name: `undo ${changeId}`,
    path: portalPaths.receipt(life.last.id, changeId),
    write: (key, guards) => deps.cancelPendingChange(key, null, guards),
    again: (moved) => answerUndo(deps, visit, moved),
  });
}

async function waitingAt(deps: PortalDeps, visit: PortalVisit) {
  const found = await lifeAt(deps, visit);
  const changeId = parseId<ChangeId>(visit.params.changeId ?? '');
  if (found === null || changeId === null) return null;
  const { life } = found;
  if (!life.changes.some(({ id }) => id === changeId)) return null;
  return { life, changeId, isWaiting: life.last.pendingChange?.changeId === changeId };
}

function undoPage(
  { newKey }: PortalDeps,
  {
    life,
    changeId,
    visit,
    moved,
  }: {
    readonly life: SubscriptionLife;
    readonly changeId: ChangeId;
    readonly visit: PortalVisit;
    readonly moved: string | null;
  },
) {
  const { written } = visit;
  const { say, day } = written;
  const { last, context } = life;
  const { catalogue } = context;
  const name = packageNameIn(catalogue, last);
  const pending = last.pendingChange;
  const target = pending === null ? name : packageNameIn(catalogue, pending.target);
  const price = priceFor(tellingOf(visit), last.soldPeriod, last.quantity);
  return actionPage(
    {
      title: say('undo.title', { name }),
      lead: say('undo.lead', { name, target }),
      facts: [
        { name: say('fact.price'), value: price, isStrong: true },
        ...(last.validTo === null ? [] : [{ name: say('undo.renews'), value: day(last.validTo) }]),
      ],
      action: portalPaths.undo(last.id, changeId),
      hidden: hiddenOf(life, newKey()),
      button: say('button.keep', { name }),
      back: portalPaths.subscription(last.id),
      moved,
      place: 'home',
    },
    written,
  );
}
