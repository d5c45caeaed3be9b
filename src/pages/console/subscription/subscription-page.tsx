import type { JSX } from 'preact';
import { ActionLink, FactList, type Fact, Notice } from '../../kit/parts.js';
import { PeriodBar, type PeriodBarView } from '../../kit/period-bar.js';
import type { Written } from '../../kit/written.js';
import { TargetsSection, type TargetsView } from './targets-section.js';
import { TimelineSection, type TimelineView } from './timeline-section.js';

export type SubscriptionPageView = {
  readonly badge: JSX.Element;
  readonly sentence: string;
  readonly facts: readonly Fact[];
  readonly ids: readonly Fact[];
  readonly bar: PeriodBarView | null;
  readonly waits: {
    readonly text: string;
    readonly who: string;
    /** Null: whoever looks may not undo it. */
    readonly undo: string | null;
  } | null;
  readonly failed: string | null;
  readonly actions: readonly { readonly href: string; readonly text: string }[];
  readonly timeline: TimelineView;
  readonly targets: TargetsView;
};

type Props = { readonly view: SubscriptionPageView; readonly written: Written };

/** One subscription as the support person looks at it (docs/spec/pages.md §11). */
export function SubscriptionMain({ view, written }: Props): JSX.Element {
  const { say } = written;
  const { badge, sentence, facts, ids, bar, failed, actions, timeline, targets } = view;
  return (
    <>
      <p class="lead">
        {badge} <span>{sentence}</span>
      </p>
      {failed === null ? null : (
        <Notice tone="fault" title={say('failed.title')}>
          <p>{failed}</p>
        </Notice>
      )}
      <Waits view={view} written={written} />
      {actions.length === 0 ? null : (
        <p class="actions">
          {actions.map(({ href, text }) => (
            <ActionLink key={href} href={href}>
              {text}
            </ActionLink>
          ))}
        </p>
      )}
      {bar === null ? null : <PeriodBar view={bar} />}
      <div class="columns">
        <FactList facts={facts} />
        <FactList facts={ids} />
      </div>
      <TimelineSection view={timeline} written={written} />
      <TargetsSection view={targets} />
    </>
  );
}

function Waits({ view: { waits }, written: { say } }: Props): JSX.Element | null {
  if (waits === null) return null;
  return (
    <Notice tone="waits" title={say('waits.title')}>
      <p>
        {waits.text} {waits.who}
      </p>
      {waits.undo === null ? null : <ActionLink href={waits.undo}>{say('action.undo')}</ActionLink>}
    </Notice>
  );
}
