import { foreignLink } from '../kit/foreign-link.js';
import type { PageContent, PageFailure } from '../kit/page-route.js';
import { ActionLink, ForeignLink, Notice } from '../kit/parts.js';
import type { Framing } from '../kit/surface.js';
import { portalPaths } from './paths.js';
import type { PortalNobody, PortalVisitor } from './visitor.js';

/** Why there is no page, in the same frame as all pages, with a way on; nothing of an exception. */
export function makePortalFailurePage(isLoopbackAllowed: boolean) {
  return (
    failure: PageFailure,
    { visitor, written, path, requestId }: Framing<PortalVisitor, PortalNobody>,
  ): PageContent => {
    const { say } = written;
    const returnUrl =
      visitor.kind === 'visitor' ? visitor.session.visit.returnUrl : visitor.returnUrl;
    const back = foreignLink(returnUrl ?? '', isLoopbackAllowed);
    const isRetried = failure === 'unavailable' || failure === 'too_many_requests';
    return {
      title: say(`failure.${failure}.title`),
      hasFault: true,
      main: (
        <>
          <Notice tone={failure === 'session_over' ? 'plain' : 'fault'}>
            <p>{say(`failure.${failure}.text`)}</p>
          </Notice>
          <p class="actions">
            {isRetried ? <ActionLink href={path}>{say('failure.again')}</ActionLink> : null}
            {visitor.kind === 'visitor' && !isRetried ? (
              <ActionLink href={portalPaths.home}>{say('failure.home')}</ActionLink>
            ) : null}
            {back === null ? null : <ForeignLink href={back}>{say('foot.backPlain')}</ForeignLink>}
          </p>
          <p class="hint">{say('failure.reference', { requestId })}</p>
        </>
      ),
    };
  };
}
