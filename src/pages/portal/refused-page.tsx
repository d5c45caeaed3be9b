import type { SubscriptionLife } from '../../application/change/read-subscription.js';
import type { PageContent } from '../kit/page-route.js';
import { ActionLink, Notice } from '../kit/parts.js';
import { portalPaths } from './paths.js';
import { refusalSentences } from './refusal-words.js';
import type { PortalVisit } from './visitor.js';

/** Why it is not to be had, with the way back to what is. */
export function refusedPage(
  refusals: Parameters<typeof refusalSentences>[0],
  { last }: SubscriptionLife,
  { written }: PortalVisit,
): PageContent {
  const { say } = written;
  const sentences = refusalSentences(refusals);
  const isPending = refusals.some(({ reason }) => reason === 'change_pending');
  const undo = last.pendingChange;
  return {
    title: say('refused.title'),
    hasFault: true,
    place: 'home',
    main: (
      <>
        <Notice tone="fault">
          {(sentences.length === 0 ? (['refused.other'] as const) : sentences).map((key) => (
            <p key={key}>{say(key)}</p>
          ))}
        </Notice>
        <p class="actions">
          {isPending && undo !== null ? (
            <ActionLink kind="first" href={portalPaths.undo(last.id, undo.changeId)}>
              {say('refused.undoFirst')}
            </ActionLink>
          ) : (
            <ActionLink kind="first" href={portalPaths.change(last.id)}>
              {say('refused.options')}
            </ActionLink>
          )}
          <ActionLink kind="quiet" href={portalPaths.subscription(last.id)}>
            {say('refused.back')}
          </ActionLink>
        </p>
      </>
    ),
  };
}
