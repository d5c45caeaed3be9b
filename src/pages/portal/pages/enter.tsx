import type { PageAnswer, Visit } from '../../kit/page-route.js';
import { setCookie } from '../../kit/cookies.js';
import { foreignLink } from '../../kit/foreign-link.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { ForeignLink, Notice } from '../../kit/parts.js';
import type { AskedVisit, PortalTarget } from '../../../application/ports/page-access-store.js';
import type { UserProductId } from '../../../domain/ids.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import type { PortalNobody, PortalVisitor } from '../visitor.js';

type Entry = Visit<PortalVisitor | PortalNobody>;

/** Opens a link: `open` by its address, `button` by the button that one sent as a message asks for. */
export async function answerEnter(
  deps: PortalDeps,
  visit: Entry,
  pressed: 'open' | 'button',
): Promise<PageAnswer> {
  const { address, params } = visit;
  const token = params.token ?? '';
  if (!/^[\w-]{43}$/.test(token)) return { answer: 'failed', failure: 'unknown_page' };
  const by = visit.isPrefetch ? 'look' : pressed;
  const opened = await deps.openPortalLink({ secret: token, cookie: visit.cookie, by });
  switch (opened.outcome) {
    case 'entered': {
      const { isHttps } = address;
      const cookies = [setCookie('portal', opened.secret, { isHttps })];
      return { answer: 'see', path: firstPath(opened.session.visit), cookies };
    }
    case 'goes_on':
      return { answer: 'see', path: firstPath(opened.session.visit) };
    case 'waits':
      return waiting(token, visit);
    case 'used':
    case 'expired':
      return over(deps, opened, visit);
    case 'unknown':
      return { answer: 'failed', failure: 'unknown_page' };
  }
}

/** Where a visit begins: at what it came to do. */
function firstPath(visit: AskedVisit | null): string {
  const flow = visit?.flow ?? null;
  if (flow === null) return portalPaths.home;
  const { type, userProductId, target } = flow;
  switch (type) {
    case 'change':
      return portalPaths.change(userProductId);
    case 'change_confirm':
      return confirmPath(userProductId, target);
    case 'cancel':
      return portalPaths.cancel(userProductId);
    case 'pending':
      return portalPaths.subscription(userProductId);
  }
}

/** At what was chosen, where a visit names all of it; else at what there is to choose from. */
function confirmPath(id: UserProductId, target: PortalTarget | null): string {
  const { tier = null, pricePlan = null } = target ?? {};
  return tier === null || pricePlan === null
    ? portalPaths.change(id)
    : `${portalPaths.confirm(id)}?choice=${tier}.${pricePlan}`;
}

/** One button, so that a scanner which opens the link uses nothing up (docs/spec/pages.md §5). */
function waiting(token: string, { written: { say } }: Entry): PageAnswer {
  return {
    answer: 'page',
    status: 200,
    content: {
      title: say('enter.title'),
      main: (
        <>
          <p class="lead">{say('enter.text')}</p>
          <PostForm action={portalPaths.enter(token)}>
            <SubmitButton>{say('enter.button')}</SubmitButton>
          </PostForm>
        </>
      ),
    },
  };
}

function over(
  { isLoopbackAllowed }: PortalDeps,
  {
    outcome,
    visit: { returnUrl },
  }: { readonly outcome: 'used' | 'expired'; readonly visit: AskedVisit },
  { written: { say } }: Entry,
): PageAnswer {
  const back = foreignLink(returnUrl, isLoopbackAllowed);
  return {
    answer: 'page',
    status: 410,
    content: {
      title: say(`enter.${outcome}.title`),
      main: (
        <>
          <Notice tone="plain">
            <p>{say('enter.over')}</p>
          </Notice>
          {back === null ? null : (
            <p class="actions">
              <ForeignLink href={back}>{say('foot.backPlain')}</ForeignLink>
            </p>
          )}
        </>
      ),
    },
  };
}
