import type { SubscriptionLife } from '../../application/change/read-subscription.js';
import { packageNameIn } from '../../domain/catalogue/catalogue.js';
import type { ChangeKind } from '../../domain/user-product/change.js';
import {
  type Choice,
  choicesOfGroup,
  choicesOfOffer,
  type ChoiceSet,
  type QuantityBounds,
  quantityBounds,
} from './choices.js';
import { descriptionOf } from '../kit/subscription/description-of.js';
import { moneyLines } from '../kit/subscription/money-lines.js';
import { priceFor } from '../kit/subscription/named-price.js';
import { portalPaths } from './paths.js';
import type { PortalDeps } from './portal-deps.js';
import { thenWords } from '../kit/subscription/then-words.js';
import { offeredCodes, whatIsOffered } from './what-is-offered.js';
import { ownerOf, type PortalVisit, tellingOf } from './visitor.js';

export type OptionView = {
  readonly value: string;
  readonly kind: ChangeKind;
  readonly price: string;
  readonly when: string;
  readonly now: string;
  readonly then: string;
};

export type ChoiceSetView = {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly description: string | null;
  readonly options: readonly OptionView[];
};

export type ChangeView = {
  readonly action: string;
  readonly back: string;
  readonly current: { readonly name: string; readonly price: string };
  readonly replaces: string | null;
  readonly sets: readonly ChoiceSetView[];
  readonly refused: readonly { readonly name: string; readonly why: readonly string[] }[];
  readonly quantity: (QuantityBounds & { readonly current: number }) | null;
  readonly chosen: string | null;
};

type Shown = { readonly life: SubscriptionLife; readonly visit: PortalVisit };

/** What there is to choose from, of the row as the page has read it; null where nothing can be asked for here. */
export async function choiceSets(
  deps: Pick<PortalDeps, 'listChangeOptions' | 'listOfferedChanges'>,
  { life, visit }: Shown,
): Promise<readonly ChoiceSet[] | null> {
  const { last, now } = life;
  const seen = { product: last, now };
  const key = { ...ownerOf(visit), userProductId: last.id, seen };
  const { change } = whatIsOffered(life, visit.visitor);
  if (change === null) return null;
  if (change === 'group') {
    const listed = await deps.listChangeOptions({ ...key, quantity: null });
    return listed.ok ? choicesOfGroup(listed) : null;
  }
  const packageCodes = offeredCodes(visit.visitor);
  const { behaviour } = visit.visitor.settings.portal;
  const offered = await deps.listOfferedChanges({ ...key, packageCodes }, behaviour);
  return offered === null ? null : choicesOfOffer(offered);
}

export function changeView(sets: readonly ChoiceSet[], shown: Shown): ChangeView {
  const { written, query } = shown.visit;
  const { last, context } = shown.life;
  const { catalogue } = context;
  const { say } = written;
  const bounds = quantityBounds(sets);
  return {
    action: portalPaths.confirm(last.id),
    back: portalPaths.subscription(last.id),
    current: {
      name: packageNameIn(catalogue, last),
      price: priceFor(tellingOf(shown.visit), last.soldPeriod, last.quantity),
    },
    replaces: replacedBy(shown),
    sets: sets.filter((it) => it.choices.length > 0).map((it) => setView(it, shown)),
    refused: sets
      .filter((it) => it.choices.length === 0 && it.refused.length > 0)
      .map(({ name, refused }) => ({ name, why: refused.map((key) => say(key)) })),
    quantity: bounds === null ? null : { ...bounds, current: last.quantity },
    chosen: query.choice ?? null,
  };
}

/** What an order here takes the place of; null where nothing waits. */
function replacedBy({ life: { last, context }, visit: { written } }: Shown): string | null {
  const pending = last.pendingChange;
  if (pending === null) return null;
  const name = packageNameIn(context.catalogue, pending.target);
  return written.say('change.replaces', { name, day: written.day(pending.dueAt) });
}

function setView(set: ChoiceSet, shown: Shown): ChoiceSetView {
  const { name, isCurrent, packageId, choices } = set;
  const { life, visit } = shown;
  const pack = life.context.catalogue.packagesById.get(packageId);
  return {
    name,
    isCurrent,
    description: descriptionOf(pack, visit.written.language),
    options: choices.map((it) => optionView(it, name, shown)),
  };
}

function optionView(
  { value, period, decision }: Choice,
  name: string,
  { visit }: Shown,
): OptionView {
  const { written } = visit;
  const { say, day } = written;
  const { effectiveAt, timing, amounts, next, kind, target } = decision;
  const isAtOnce = timing === 'immediately';
  const change = { effectiveAt, isAtOnce, amounts, validTo: next.validTo };
  return {
    value,
    kind,
    price: priceFor(tellingOf(visit), period, target.quantity),
    when: isAtOnce ? say('when.now') : say('when.day', { day: day(effectiveAt) }),
    now: moneyLines(change, name, written).now,
    then: thenWords(written, target.period, next.validTo),
  };
}
