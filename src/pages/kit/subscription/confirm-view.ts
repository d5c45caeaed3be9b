import type { SubscriptionLife } from '../../../application/change/read-subscription.js';
import { packageNameIn } from '../../../domain/catalogue/catalogue.js';
import { isPayable, priceOf } from '../../../domain/money/price-of.js';
import type { Instant } from '../../../domain/time/instant.js';
import type { FrozenTarget } from '../../../domain/user-product/change.js';
import type { PeriodBarView } from '../period-bar.js';
import type { Fact } from '../parts.js';
import type { Written } from '../written.js';
import { buttonWords } from './button-words.js';
import { descriptionOf } from './description-of.js';
import { howToEnd } from './how-to-end.js';
import { moneyLines, type MoneyLines } from './money-lines.js';
import { costsMoney, priceFor } from './named-price.js';
import type { BoundOffer } from './bound-offer.js';
import type { Chosen } from './chosen.js';
import { changePicture } from './period-picture.js';
import type { Telling } from './telling.js';

export type ConfirmView = {
  readonly action: string;
  readonly back: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly bar: PeriodBarView | null;
  readonly facts: readonly Fact[];
  readonly total: string;
  /** How long its quote is good. */
  readonly quoteSeconds: number;
  readonly button: string;
  /** What a visitor had been shown before, where something has moved since. */
  readonly moved: readonly { readonly what: string; readonly was: string; readonly is: string }[];
};

/** What a page says of a change: what a visitor goes by. */
export type Said = {
  readonly from: string;
  readonly when: string;
  readonly now: string;
  readonly then: string;
};

export type ConfirmShown = {
  readonly life: SubscriptionLife;
  readonly telling: Telling;
  readonly chosen: Chosen;
  /** Where its form is sent, and where somebody goes who does not want it. */
  readonly action: string;
  readonly back: string;
  /** Real time. */
  readonly shownAt: Instant;
  /** For this rendering of the form. */
  readonly key: string;
  /** What else the form is to hold. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** What the form that came back had said; null: nothing came back. */
  readonly seen: Said | null;
};

/** What the confirm page says of an offer; nothing else stands before its button (docs/spec/pages.md §7). */
export function confirmView(offer: BoundOffer, shown: ConfirmShown): ConfirmView {
  const { life, telling, seen } = shown;
  const { written, wording } = telling;
  const { last, context, now } = life;
  const { catalogue } = context;
  const { target, effectiveAt, validTo } = offer;
  const name = packageNameIn(catalogue, target);
  const price = priceFor(telling, target.period, target.quantity);
  const lines = moneyLines(offer, name, written);
  const from = packageNameIn(catalogue, last);
  const said = saidOf(offer, { from, price, lines, written });
  return {
    action: shown.action,
    back: shown.back,
    hidden: hiddenFields(offer, shown, said),
    bar: changePicture(
      { product: last, now, zone: catalogue.timeZone, written },
      { effectiveAt, endsAt: validTo },
    ),
    facts: factsOf(offer, shown, { said, lines }),
    total: price,
    quoteSeconds: Math.floor((offer.quoteExpiresAt - shown.shownAt) / 1_000),
    button: buttonWords(written.say, {
      wording,
      isPaid: isPaid(target),
      name,
    }),
    moved: seen === null ? [] : movedLines(written, seen, said),
  };
}

function hiddenFields(
  { quote }: BoundOffer,
  { life: { last }, chosen, key, hidden = {} }: ConfirmShown,
  said: Said,
): Readonly<Record<string, string>> {
  return {
    quote,
    version: String(last.version),
    key,
    choice: chosen.value,
    ...(chosen.quantity === null ? {} : { quantity: String(chosen.quantity) }),
    seenFrom: said.from,
    seenNow: said.now,
    seenThen: said.then,
    seenWhen: said.when,
    ...hidden,
  };
}

/** What a form says that its page had said. */
export function saidIn(form: Readonly<Record<string, string>>): Said {
  const { seenFrom: from = '', seenNow: now = '', seenThen: then = '', seenWhen: when = '' } = form;
  return { from, now, then, when };
}

function isPaid({ period: { price }, quantity }: FrozenTarget): boolean {
  return isPayable(price, quantity) && costsMoney(priceOf(price, quantity));
}

type SaidParts = {
  readonly from: string;
  readonly price: string;
  readonly lines: MoneyLines;
  readonly written: Written;
};

function saidOf(
  { isAtOnce, effectiveAt, validTo, target }: BoundOffer,
  { from, price, lines, written: { say, day, lastDay } }: SaidParts,
): Said {
  const isRecurring = target.period.type === 'recurring';
  return {
    from,
    now: lines.now,
    when: isAtOnce ? say('when.now') : say('when.day', { day: day(effectiveAt) }),
    then: isRecurring
      ? say('confirm.then', { price, day: day(validTo) })
      : say('then.ends', { day: lastDay(validTo) }),
  };
}

function factsOf(
  { target }: BoundOffer,
  { life: { last, context }, telling: { written } }: ConfirmShown,
  { said, lines }: { readonly said: Said; readonly lines: MoneyLines },
): readonly Fact[] {
  const { say, language } = written;
  const { catalogue } = context;
  const described = (it: Parameters<typeof packageNameIn>[1]): string => {
    const description = descriptionOf(catalogue.packagesById.get(it.packageId), language);
    const name = packageNameIn(catalogue, it);
    return description === null ? name : `${name}: ${description}`;
  };
  return [
    { name: say('confirm.from'), value: described(last) },
    { name: say('confirm.to'), value: described(target) },
    { name: say('confirm.when'), value: said.when },
    { name: say('confirm.now'), value: [said.now, lines.arithmetic].filter(Boolean).join(' ') },
    { name: say('confirm.after'), value: said.then },
    {
      name: say('confirm.ends'),
      value: howToEnd(say, catalogue.packagesById.get(target.packageId)),
    },
  ];
}

/** Side by side what was said and what is; where all of it is the same, that it is bound anew. */
function movedLines({ say }: Written, was: Said, is: Said): ConfirmView['moved'] {
  const lines = [
    { what: say('confirm.from'), was: was.from, is: is.from },
    { what: say('confirm.when'), was: was.when, is: is.when },
    { what: say('confirm.now'), was: was.now, is: is.now },
    { what: say('confirm.after'), was: was.then, is: is.then },
  ];
  const moved = lines.filter((it) => it.was !== it.is);
  return moved.length > 0
    ? moved
    : [{ what: say('moved.terms'), was: say('moved.old'), is: say('moved.same') }];
}
