import { page, type PageAnswer } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { consolePaths } from '../paths.js';
import type { OpenedSubscription } from './opened-subscription.js';
import { type OperatorRefusal, Refusals } from './refusal-words.js';

/** Which rules stand against it, and on what, with the way back to the subscription (409). */
export function operatorRefusedPage(
  refusals: readonly OperatorRefusal[],
  { at, life: { last }, telling: { written } }: OpenedSubscription,
): Extract<PageAnswer, { readonly answer: 'page' }> {
  const { say } = written;
  const subscription = consolePaths.subscription(at, last.id);
  const content = {
    title: say('console.subscription.refused.title'),
    hasFault: true,
    place: 'subscriptions',
    main: (
      <>
        <Notice tone="fault">
          {refusals.length === 0 ? (
            <p>{say('console.subscription.refused.gone')}</p>
          ) : (
            <Refusals refusals={refusals} say={say} />
          )}
        </Notice>
        <p class="actions">
          <ActionLink kind="first" href={`${subscription}#possible`}>
            {say('refused.options')}
          </ActionLink>
          <ActionLink kind="quiet" href={subscription}>
            {say('refused.back')}
          </ActionLink>
        </p>
      </>
    ),
  };
  return page(content, 409);
}
