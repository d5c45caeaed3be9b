import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import type { TimelineEvent } from '../../../application/change/read-timeline.js';
import { numberOf } from '../../../domain/billing/billing-document.js';
import { type Catalogue, packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { EventType } from '../../../domain/events/domain-event.js';
import type { EventId } from '../../../domain/ids.js';
import { isPayable, priceOf } from '../../../domain/money/price-of.js';
import type { Change } from '../../../domain/user-product/change.js';
import type { DomainEvent, EventSide } from '../../../domain/user-product/event-side.js';
import { type Requester, requesterParts } from '../../../domain/user-product/requester.js';
import { dueNowOf } from '../../kit/subscription/money-lines.js';
import { signedAmount } from '../../kit/subscription/named-price.js';
import type { MessageKey, Say } from '../../kit/words.js';
import type { Written } from '../../kit/written.js';
import { type MarkSign, signOf } from './timeline.js';

/** One thing that happened: when, what, why, for how much, by whom, and where it stands in the log. */
export type TimelineRow = {
  readonly id: EventId;
  readonly when: string;
  readonly sign: MarkSign;
  readonly what: string;
  /** Null: no rule decided it. */
  readonly why: { readonly rule: string; readonly requirements: Change['requirements'] } | null;
  readonly money: string;
  readonly who: string;
  readonly position: number | null;
  /** The change that it is of. */
  readonly change: Change | null;
};

/** The table of a timeline, newest first, as its events are given. */
export function timelineRows(
  events: readonly TimelineEvent[],
  { changes, context: { catalogue } }: Pick<SubscriptionLife, 'changes' | 'context'>,
  written: Written,
): readonly TimelineRow[] {
  const byId = new Map(changes.map((it) => [it.id, it]));
  return events.map(({ event, position, erased }) => {
    const change = event.changeId === null ? null : (byId.get(event.changeId) ?? null);
    return {
      id: event.id,
      when: written.day(event.occurredAt),
      sign: signOf(event.type),
      what:
        erased === true
          ? written.say('console.subscription.erased')
          : whatOf(event, targetIn(event, change, catalogue), written),
      why: change === null ? null : whyOf(event, change, written.say),
      money: moneyOf(event, written),
      who: whoIn(written.say, change?.requestedBy ?? null),
      position,
      change,
    };
  });
}

/** What happened, with the package that it was about. */
function whatOf(event: DomainEvent, target: string | null, { say }: Written): string {
  const { type, after, before, document } = event;
  const name = target ?? nameOf(after ?? before);
  const number = document === null ? null : numberOf(document);
  const text = say(`console.subscription.event.${type}`, { name });
  return number === null ? text : `${text} ${number}`;
}

/** What a change is about that has not come to be: its target. Null: it is about the user product itself. */
function targetIn(
  { type, before }: DomainEvent,
  change: Change | null,
  catalogue: Catalogue,
): string | null {
  if (!aboutTargets.has(type)) return null;
  const target = change?.target ?? before?.userProduct.pendingChange?.target;
  return target === undefined ? null : packageNameIn(catalogue, target);
}

const aboutTargets: ReadonlySet<EventType> = new Set([
  'package_upgrade_scheduled',
  'package_downgrade',
  'package_change',
  'package_change_cancelled',
  'package_change_failed',
]);

function nameOf(side: EventSide | null): string {
  return side === null ? '–' : (side.package.name ?? side.package.code);
}

const rules: Readonly<Record<string, MessageKey>> = {
  rank_higher: 'console.subscription.rule.rank_higher',
  rank_lower: 'console.subscription.rule.rank_lower',
  rank_equal: 'console.subscription.rule.rank_equal',
  price_higher: 'console.subscription.rule.price_higher',
  price_lower: 'console.subscription.rule.price_lower',
  price_equal: 'console.subscription.rule.price_equal',
  explicit_change: 'console.subscription.rule.explicit_change',
  position_higher: 'console.subscription.rule.position_higher',
  position_lower: 'console.subscription.rule.position_lower',
  same_tier_other_plan: 'console.subscription.rule.same_tier_other_plan',
  same_tier_other_quantity: 'console.subscription.rule.same_tier_other_quantity',
  operator_correction: 'console.subscription.rule.operator_correction',
};

/** The rule that decided, in words; one that a data file brought is told by its name. */
export function ruleWords(say: Say, rule: string): string {
  const key = Object.hasOwn(rules, rule) ? rules[rule] : undefined;
  return key === undefined ? rule : say(key);
}

/** A document tells the rule alone: the row of its change tells what was checked. */
function whyOf(
  { document }: DomainEvent,
  { rule, requirements }: Change,
  say: Say,
): TimelineRow['why'] {
  return { rule: ruleWords(say, rule), requirements: document === null ? requirements : [] };
}

/** What was settled, told by a document or sold for the period; nothing else is about money. */
function moneyOf(event: DomainEvent, written: Written): string {
  const { document, settlement, type, after } = event;
  if (document !== null) return signedAmount(document, written);
  if (settlement !== null) return written.money(dueNowOf(settlement));
  const isSold = type === 'user_product_renewed' || type === 'user_product_created';
  if (!isSold || after === null) return '';
  const { soldPeriod, quantity } = after.userProduct;
  const { price } = soldPeriod;
  return isPayable(price, quantity) ? written.money(priceOf(price, quantity)) : '';
}

/** Who asked for it, in words; null: it was its time. */
export function whoIn(say: Say, requester: Requester | null): string {
  if (requester === null) return say('console.subscription.who.system');
  const { kind, id } = requesterParts(requester);
  return say(`console.subscription.who.${kind}`, { id: id ?? '' });
}
