import type { JSX } from 'preact';
import type { EraseFailure } from '../../../application/erasure/erase-account.js';
import { parseId } from '../../../domain/ids.js';
import { PostForm, SubmitButton } from '../../kit/form-parts.js';
import { page, type PageAnswer, see, unknownPage } from '../../kit/page-route.js';
import { ActionLink, Notice } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import { auditedAct } from '../audited-act.js';
import type { CommonConsoleDeps } from '../console-deps.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { accountNamedIn, type AccountInAddress } from './account-in-address.js';
import type { AccountsDeps } from './accounts-deps.js';

type EraseDeps = Pick<AccountsDeps, 'eraseAccount'> & Pick<CommonConsoleDeps, 'audited'>;

/** What can be said of an account that may not be erased now; of one that is unknown there is no page. */
type KnownFailure = Exclude<EraseFailure, 'unknown_account' | 'unknown_organisation'>;

/** Says what goes and what stays, and asks for the account's id (docs/decisions/11-erasure-and-retention.md). */
export async function answerEraseForm(
  deps: EraseDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const account = accountNamedIn(visit);
  if (account === null) return unknownPage;
  const asked = await deps.eraseAccount({ ...account, isDryRun: true });
  if (asked.ok) return formPage(visit, account, { typed: '', isWrong: false });
  return isKnown(asked.failure) ? refusedPage(visit, account, asked.failure) : unknownPage;
}

/** Erases, where the id that was typed is the account's. */
export async function answerErase(deps: EraseDeps, visit: OrganisationVisit): Promise<PageAnswer> {
  const account = accountNamedIn(visit);
  if (account === null) return unknownPage;
  const { organisationId, accountId } = account;
  const { typed = '' } = visit.form;
  if (parseId(typed.trim()) !== accountId) {
    return formPage(visit, account, { typed, isWrong: true });
  }
  const act = auditedAct(visit, 'erase_account', { ids: { account: accountId } });
  const erased = await deps.audited(
    act,
    () => deps.eraseAccount({ ...account, isDryRun: false }),
    ({ userProducts, changes, events }) => ({ after: { userProducts, changes, events } }),
  );
  if (erased.ok) return see(consolePaths.erasedAccount(organisationId, accountId));
  return isKnown(erased.failure) ? refusedPage(visit, account, erased.failure) : unknownPage;
}

/** Nothing of that account is here any more; where something is, it is shown instead. */
export async function answerErased(deps: EraseDeps, visit: OrganisationVisit): Promise<PageAnswer> {
  const account = accountNamedIn(visit);
  if (account === null) return unknownPage;
  const { organisationId, accountId } = account;
  const left = await deps.eraseAccount({ ...account, isDryRun: true });
  if (left.ok || isKnown(left.failure)) return see(consolePaths.account(organisationId, accountId));
  const { say } = visit.written;
  return page({
    title: say('console.accounts.erased.title'),
    place: 'subscriptions',
    main: (
      <>
        <Notice tone="good">
          <p>{say('console.accounts.erased.text', { account: accountId })}</p>
        </Notice>
        <p>{say('console.accounts.erase.stays')}</p>
        <p class="actions">
          <ActionLink href={consolePaths.subscriptions(organisationId)}>
            {say('console.nav.subscriptions')}
          </ActionLink>
        </p>
      </>
    ),
  });
}

function isKnown(failure: EraseFailure): failure is KnownFailure {
  return failure !== 'unknown_account' && failure !== 'unknown_organisation';
}

function refusedPage(
  { written: { say } }: OrganisationVisit,
  account: AccountInAddress,
  failure: KnownFailure,
): PageAnswer {
  const content = {
    title: say('console.accounts.erase.title'),
    place: 'subscriptions',
    main: (
      <>
        <Notice tone="fault">
          <p>{say(`console.accounts.erase.refused.${failure}`)}</p>
        </Notice>
        <Back account={account} say={say} />
      </>
    ),
  };
  return page(content, 409);
}

function formPage(
  { written: { say } }: OrganisationVisit,
  account: AccountInAddress,
  { typed, isWrong }: { readonly typed: string; readonly isWrong: boolean },
): PageAnswer {
  const { organisationId, accountId } = account;
  const content = {
    title: say('console.accounts.erase.title'),
    place: 'subscriptions',
    hasFault: isWrong,
    main: (
      <>
        {isWrong ? <WrongId say={say} /> : null}
        <p class="lead">{say('console.accounts.erase.goes', { account: accountId })}</p>
        <p>{say('console.accounts.erase.stays')}</p>
        <PostForm action={consolePaths.eraseAccount(organisationId, accountId)}>
          <div class={isWrong ? 'field faulty' : 'field'}>
            <label for="typed">{say('console.accounts.erase.typed')}</label>
            {isWrong ? (
              <p class="fault" id="typed-fault">
                {say('console.accounts.erase.wrong')}
              </p>
            ) : null}
            <input
              id="typed"
              name="typed"
              value={typed}
              maxLength={40}
              autoComplete="off"
              {...(isWrong ? { 'aria-invalid': true, 'aria-describedby': 'typed-fault' } : {})}
            />
          </div>
          <p class="actions">
            <SubmitButton>{say('console.accounts.erase.button')}</SubmitButton>
          </p>
        </PostForm>
        <Back account={account} say={say} />
      </>
    ),
  };
  return page(content, isWrong ? 422 : 200);
}

function WrongId({ say }: { readonly say: Say }): JSX.Element {
  return (
    <div role="alert" tabIndex={-1} data-focus="">
      <Notice tone="fault">
        <p>
          <a href="#typed">{say('console.accounts.erase.wrong')}</a>
        </p>
      </Notice>
    </div>
  );
}

function Back({
  account: { organisationId, accountId },
  say,
}: {
  readonly account: AccountInAddress;
  readonly say: Say;
}): JSX.Element {
  return (
    <p class="actions">
      <ActionLink kind="quiet" href={consolePaths.account(organisationId, accountId)}>
        {say('console.accounts.back')}
      </ActionLink>
    </p>
  );
}
