import { setCookie } from '../../kit/cookies.js';
import type { PageAnswer, Visit } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { consolePaths } from '../paths.js';
import type { ConsoleNobody, ConsoleVisitor } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';

/** Opens a one-time link of an operator; whoever only looks ahead uses nothing up (docs/spec/pages.md §10). */
export async function answerConsoleEnter(
  { openOperatorLink }: Pick<AccessDeps, 'openOperatorLink'>,
  visit: Visit<ConsoleVisitor | ConsoleNobody>,
): Promise<PageAnswer> {
  const { params, address, cookie } = visit;
  const token = params.token ?? '';
  if (!/^[\w-]{43}$/.test(token)) return { answer: 'failed', failure: 'unknown_page' };
  if (visit.isPrefetch) return told(visit, 200);
  const opened = await openOperatorLink({ token, sessionToken: cookie });
  if (!opened.ok) {
    return opened.failure === 'unknown_link'
      ? { answer: 'failed', failure: 'unknown_page' }
      : told(visit, 410);
  }
  const { session } = opened;
  const path = consolePaths.home;
  if (session === null) return { answer: 'see', path };
  return {
    answer: 'see',
    path,
    cookies: [setCookie('console', session.token, { isHttps: address.isHttps })],
  };
}

/** 200: the way in, not gone yet. 410: it was gone before, or its time is over. */
function told(
  { written: { say }, params }: Visit<unknown>,
  status: 200 | 410,
): Extract<PageAnswer, { answer: 'page' }> {
  const isOpen = status === 200;
  return {
    answer: 'page',
    status,
    content: {
      title: say(isOpen ? 'console.enter.title' : 'console.enter.over'),
      main: (
        <>
          {isOpen ? null : (
            <Notice tone="plain">
              <p>{say('console.enter.overText')}</p>
            </Notice>
          )}
          <p class="actions">
            {isOpen ? (
              <ActionLink kind="first" href={consolePaths.enter(params.token ?? '')}>
                {say('console.enter.button')}
              </ActionLink>
            ) : (
              <ActionLink href={consolePaths.login}>{say('console.login')}</ActionLink>
            )}
          </p>
        </>
      ),
    },
  };
}
