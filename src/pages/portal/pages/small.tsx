import { setCookie } from '../../kit/cookies.js';
import { foreignLink } from '../../kit/foreign-link.js';
import { page, type PageAnswer, see, type Visit } from '../../kit/page-route.js';
import { ForeignLink } from '../../kit/parts.js';
import { isPageLanguage } from '../../kit/words.js';
import { backPath } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import type { PortalNobody, PortalVisit, PortalVisitor } from '../visitor.js';

/** Keeps the language that a visitor has chosen, and goes back to where they were. */
export async function answerLanguage(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const { language = '', back } = visit.form;
  const { session, settings } = visit.visitor;
  if (isPageLanguage(language) && settings.languages.includes(language)) {
    await deps.setSessionLanguage(session.tokenHash, language);
  }
  return see(backPath(back));
}

/** Ends the session, and says where to go from here. */
export async function answerLeave(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const { written, visitor, address, cookie } = visit;
  const { say } = written;
  if (cookie !== null) await deps.leavePageSession(cookie);
  const back = foreignLink(visitor.session.visit.returnUrl, deps.isLoopbackAllowed);
  return {
    ...page({
      title: say('leave.title'),
      main: (
        <>
          <p class="lead">{say('leave.text')}</p>
          {back === null ? null : (
            <p class="actions">
              <ForeignLink href={back}>{say('foot.backPlain')}</ForeignLink>
            </p>
          )}
        </>
      ),
    }),
    isLeaving: true,
    cookies: [setCookie('portal', null, { isHttps: address.isHttps })],
  };
}

/** How accessible these pages are, and whom to tell where they are not. */
export function answerAccessibility(
  visit: Visit<PortalVisitor | PortalNobody>,
): Promise<PageAnswer> {
  const { say } = visit.written;
  return Promise.resolve(
    page({
      title: say('access.title'),
      main: (
        <>
          <p class="lead">{say('access.standard')}</p>
          <p>{say('access.how')}</p>
          <p>{say('access.tell')}</p>
        </>
      ),
    }),
  );
}
