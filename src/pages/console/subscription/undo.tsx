import type { WriteResult } from '../../../application/commit/write-result.js';
import type { WriteGuards } from '../../../application/commit/guards.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { type ChangeId, parseId } from '../../../domain/ids.js';
import type { Change } from '../../../domain/user-product/change.js';
import { versionIn } from '../../kit/keyed-form.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { priceFor } from '../../kit/subscription/named-price.js';
import { type ActionView, actionPage, hiddenOf } from '../../kit/subscription/write-form.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import { consoleRequester, type OrganisationVisit } from '../visitor.js';
import { lastKeyOf, type OpenedSubscription, openSubscription } from './opened-subscription.js';
import { answerOperatorAct } from './operator-act.js';
import { undoableChange } from './possible-acts.js';
import type { OperatorRefusalReason } from './refusal-words.js';
import type { SubscriptionDeps } from './subscription-deps.js';

type Deps = SubscriptionDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;

type Undoing = { readonly opened: OpenedSubscription; readonly change: Change };

/** What stays as it is where a change that waits is taken back, or what comes back where one was made. */
export async function answerConsoleUndo(
  deps: Deps,
  visit: OrganisationVisit,
  moved: string | null = null,
): Promise<PageAnswer> {
  const undoing = await undoingAt(deps, visit);
  if (undoing === null) return unknownPage;
  const { opened, change } = undoing;
  const { life, at, telling } = opened;
  const { last } = life;
  const back = consolePaths.subscription(at, last.id);
  const isWaiting = last.pendingChange?.changeId === change.id;
  if (!isWaiting && undoableChange(life)?.id !== change.id) return see(back);
  const view = {
    ...(isWaiting ? keeping(undoing) : goingBack(undoing)),
    action: consolePaths.undo(at, last.id, change.id),
    hidden: hiddenOf(life, deps.newKey()),
    ...{ back, moved, place: 'subscriptions' },
  };
  return page(actionPage(view, telling.written));
}

type UndoWords = Pick<ActionView, 'title' | 'lead' | 'facts' | 'button'>;

function keeping({ opened: { life, telling }, change }: Undoing): UndoWords {
  const { say, day } = telling.written;
  const { last, context } = life;
  const name = packageNameIn(context.catalogue, last);
  const target = packageNameIn(context.catalogue, change.target);
  const price = priceFor(telling, last.soldPeriod, last.quantity);
  return {
    title: say('undo.title', { name }),
    lead: say('undo.lead', { name, target }),
    facts: [
      { name: say('fact.price'), value: price, isStrong: true },
      ...(last.validTo === null ? [] : [{ name: say('undo.renews'), value: day(last.validTo) }]),
    ],
    button: say('button.keep', { name }),
  };
}

function goingBack({ opened: { life, telling }, change }: Undoing): UndoWords {
  const { say, day } = telling.written;
  const { last, context, products } = life;
  const { catalogue } = context;
  const name = packageNameIn(catalogue, last);
  const source = products.find(({ id }) => id === change.userProductId);
  const before = source === undefined ? name : packageNameIn(catalogue, source);
  return {
    title: say('console.subscription.undo.title', { name }),
    lead: say('console.subscription.undo.lead', { name, before, day: day(change.effectiveAt) }),
    facts:
      source === undefined
        ? []
        : [
            {
              name: say('fact.price'),
              value: priceFor(telling, source.soldPeriod, source.quantity),
              isStrong: true,
            },
            {
              name: say('console.subscription.undo.money'),
              value: say('console.subscription.undo.moneyText'),
            },
          ],
    button: say('console.subscription.undo.button', { before }),
  };
}

/** Takes it back: one that waits as its customer would, one that was made as a correction. */
export async function answerConsoleUndoDone(
  deps: Deps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const undoing = await undoingAt(deps, visit);
  if (undoing === null) return unknownPage;
  const { opened, change } = undoing;
  const isMade = change.state === 'applied';
  return answerOperatorAct<OperatorRefusalReason>(
    deps,
    { visit, opened },
    {
      action: 'undo_change',
      form: 'undo',
      asked: [change.id],
      ids: { change_id: change.id },
      before: { state: change.state },
      write: (guards) =>
        isMade
          ? undoMade(deps, visit, { ...undoing, guards })
          : deps.cancelPendingChange(lastKeyOf(opened), null, guards),
      again: () => answerConsoleUndo(deps, visit, visit.written.say('moved.action')),
    },
  );
}

async function undoMade(
  { undoChange }: Deps,
  visit: OrganisationVisit,
  { opened, change, guards }: Undoing & { readonly guards: WriteGuards },
): Promise<WriteResult<OperatorRefusalReason>> {
  const { at, life } = opened;
  const command = { organisationId: at, changeId: change.id, requestedBy: consoleRequester(visit) };
  const result = await undoChange(command, guards);
  if (result.ok) return { ok: true, id: result.id, product: life.last, written: null };
  const { failure } = result;
  if (failure === 'unknown') return { ok: false, failure: 'not_found' };
  const isMoved = failure === 'edited_since' && versionIn(visit.form.version) !== life.last.version;
  if (isMoved) return { ok: false, failure: 'version_mismatch' };
  return { ok: false, failure: 'refused', refusals: [{ reason: failure, facts: {} }] };
}

async function undoingAt(deps: Deps, visit: OrganisationVisit): Promise<Undoing | null> {
  const opened = await openSubscription(deps, visit);
  const changeId = parseId<ChangeId>(visit.params.changeId ?? '');
  const change = opened?.life.changes.find(({ id }) => id === changeId);
  return opened === null || change === undefined ? null : { opened, change };
}
