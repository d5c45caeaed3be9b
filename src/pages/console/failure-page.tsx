import type { PageContent, PageFailure } from '../kit/page-route.js';
import { ActionLink, Notice } from '../kit/parts.js';
import type { Framing } from '../kit/surface.js';
import { consolePaths, nextPath } from './paths.js';
import type { ConsoleNobody, ConsoleVisitor } from './visitor.js';

/** Why there is no page, in the same frame as all pages, with a way on; nothing of an exception. */
export function consoleFailurePage(
  failure: PageFailure,
  { visitor, written, path, requestId }: Framing<ConsoleVisitor, ConsoleNobody>,
): PageContent {
  const { say } = written;
  const isRetried = failure === 'unavailable' || failure === 'too_many_requests';
  const isOver = failure === 'session_over';
  return {
    title: say(`failure.${failure}.title`),
    hasFault: true,
    main: (
      <>
        <Notice tone={isOver ? 'plain' : 'fault'}>
          <p>{say(isOver ? 'console.failure.session' : `failure.${failure}.text`)}</p>
        </Notice>
        <p class="actions">
          {isRetried ? <ActionLink href={path}>{say('failure.again')}</ActionLink> : null}
          {visitor.kind === 'operator' && !isRetried ? (
            <ActionLink href={consolePaths.home}>{say('console.failure.home')}</ActionLink>
          ) : null}
          {visitor.kind === 'nobody' && !isRetried ? (
            <ActionLink kind="first" href={consolePaths.loginTo(nextPath(path))}>
              {say('console.login')}
            </ActionLink>
          ) : null}
        </p>
        <p class="hint">{say('failure.reference', { requestId })}</p>
      </>
    ),
  };
}
