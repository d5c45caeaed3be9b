import { createHash } from 'node:crypto';
import type { JSX } from 'preact';
import type {
  PortalSessionCommand,
  PortalSessionFailure,
} from '../../../application/portal/create-portal-session.js';
import { enterAddress } from '../../../application/portal/enter-address.js';
import { type PageLinkId, toId } from '../../../domain/ids.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { accountNamedIn, type AccountInAddress } from './account-in-address.js';
import type { AccountsDeps } from './accounts-deps.js';

type LinkDeps = AccountsDeps & Pick<CommonConsoleDeps, 'audited' | 'newKey'>;

/** As long as a link that is sent by mail: the customer opens a page with a button. */
const goodForMinutes = 60;

/** Says what a link is, and makes one. */
export async function answerLinkForm(
  deps: LinkDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const account = accountNamedIn(visit);
  if (account === null || deps.portalBaseUrl === null) return unknownPage;
  return (await deps.findAccount(account)) === null
    ? unknownPage
    : formPage(visit, account, { key: deps.newKey(), failure: null });
}

/**
 * Makes the link and shows it this once. Sent again, the same form makes a new address of the same link, and the one before
 * opens nothing.
 */
export async function answerMakeLink(
  deps: LinkDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const account = accountNamedIn(visit);
  if (account === null || deps.portalBaseUrl === null) return unknownPage;
  const { key = '' } = visit.form;
  const act = auditedAct(visit, 'make_portal_link', { ids: { account: account.accountId } });
  const made = await deps.audited(
    act,
    () => deps.createPortalSession(commandOf(visit, account, key)),
    ({ id }) => ({ ids: { link: id } }),
  );
  if (!made.ok) {
    if (made.failure === 'unknown_account') return unknownPage;
    return formPage(visit, account, { key, failure: made.failure });
  }
  const { say, moment } = visit.written;
  return page({
    title: say('console.accounts.link.made'),
    place: 'subscriptions',
    main: (
      <MadeLink
        address={enterAddress(deps.portalBaseUrl(), made.secret)}
        text={say('console.accounts.link.madeText', { until: moment(made.expiresAt) })}
        label={say('console.accounts.link.address')}
        back={<Back visit={visit} account={account} />}
      />
    ),
  });
}

function commandOf(
  { visitor: { operator } }: OrganisationVisit,
  account: AccountInAddress,
  key: string,
): PortalSessionCommand {
  const owner = JSON.stringify(['portal link', operator.id, account.accountId, key]);
  const chosen = createHash('sha256').update(owner).digest('hex').slice(0, 24);
  return {
    ...account,
    ...{ returnUrl: null, locale: null, offer: null, flow: null },
    ...{ delivery: 'message', expiresInMinutes: goodForMinutes },
    chosenId: toId<PageLinkId>(chosen),
  };
}

function MadeLink(props: {
  readonly address: string;
  readonly text: string;
  readonly label: string;
  readonly back: JSX.Element;
}): JSX.Element {
  return (
    <>
      <Notice tone="good">
        <p>{props.text}</p>
      </Notice>
      <div class="field secret">
        <label for="address">{props.label}</label>
        <input id="address" readOnly value={props.address} />
      </div>
      {props.back}
    </>
  );
}

function Back({
  visit: { written },
  account: { organisationId, accountId },
}: {
  readonly visit: OrganisationVisit;
  readonly account: AccountInAddress;
}): JSX.Element {
  return (
    <p class="actions">
      <ActionLink kind="quiet" href={consolePaths.account(organisationId, accountId)}>
        {written.say('console.accounts.back')}
      </ActionLink>
    </p>
  );
}

const reasons = {
  portal_disabled: 'console.accounts.link.portalDisabled',
  return_url_not_allowed: 'console.accounts.link.noReturn',
} as const satisfies Partial<Record<PortalSessionFailure, string>>;

function formPage(
  visit: OrganisationVisit,
  account: AccountInAddress,
  { key, failure }: { readonly key: string; readonly failure: PortalSessionFailure | null },
): PageAnswer {
  const { say } = visit.written;
  const reason =
    failure === 'portal_disabled' || failure === 'return_url_not_allowed'
      ? reasons[failure]
      : 'console.accounts.link.failed';
  const content = {
    title: say('console.accounts.link.title'),
    place: 'subscriptions',
    hasFault: failure !== null,
    main: (
      <>
        {failure === null ? null : (
          <div role="alert" tabIndex={-1} data-focus="">
            <Notice tone="fault">
              <p>{say(reason)}</p>
            </Notice>
          </div>
        )}
        <p class="lead">
          {say('console.accounts.link.lead', {
            account: account.accountId,
            minutes: goodForMinutes,
          })}
        </p>
        <PostForm
          action={consolePaths.portalLink(account.organisationId, account.accountId)}
          hidden={{ key }}
        >
          <p class="actions">
            <SubmitButton>{say('console.accounts.link.button')}</SubmitButton>
          </p>
        </PostForm>
        <Back visit={visit} account={account} />
      </>
    ),
  };
  return page(content, failure === null ? 200 : 409);
}
