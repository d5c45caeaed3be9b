import type { JSX } from 'preact';
import { type Catalogue, packageNameIn } from '../../../domain/catalogue/catalogue.js';
import type { IconName } from '../icon-shapes.js';
import { Badge } from '../parts.js';
import type { Written } from '../written.js';
import type { SubscriptionState } from './subscription-state.js';

type Sign = {
  readonly tone: 'plain' | 'good' | 'waits' | 'ends';
  readonly icon: IconName;
};

const signs: Readonly<Record<SubscriptionState['state'], Sign>> = {
  renews: { tone: 'good', icon: 'refresh-cw' },
  waits: { tone: 'waits', icon: 'clock' },
  cancelled: { tone: 'ends', icon: 'circle-x' },
  limited: { tone: 'plain', icon: 'clock' },
  ended: { tone: 'ends', icon: 'circle-x' },
  pending: { tone: 'plain', icon: 'clock' },
  frozen: { tone: 'plain', icon: 'info' },
  elsewhere: { tone: 'plain', icon: 'info' },
};

/** The state of a subscription in one word, with its shape and colour. */
export function StateBadge({
  state: { state },
  written,
}: {
  readonly state: SubscriptionState;
  readonly written: Written;
}): JSX.Element {
  const { tone, icon } = signs[state];
  return <Badge tone={tone} icon={icon} text={written.say(`state.${state}`)} />;
}

/** The same in a sentence that names the day (docs/spec/pages.md §8). */
export function stateSentence(
  state: SubscriptionState,
  { written, catalogue }: { readonly written: Written; readonly catalogue: Catalogue },
): string {
  const { say, day, lastDay, money } = written;
  switch (state.state) {
    case 'renews':
      return say('sentence.renews', { day: day(state.at), amount: money(state.price) });
    case 'waits': {
      const { target, dueAt } = state.pending;
      const name = packageNameIn(catalogue, target);
      return say('sentence.waits', { name, day: day(dueAt) });
    }
    case 'cancelled':
      return say('sentence.cancelled', { day: lastDay(state.endsAt) });
    case 'limited':
      return say('sentence.limited', { day: lastDay(state.endsAt) });
    case 'ended':
      return say(`sentence.ended.${state.by}`, { day: day(state.endedAt) });
    case 'pending':
    case 'frozen':
    case 'elsewhere':
      return say(`sentence.${state.state}`);
  }
}
