import type { JSX } from 'preact';
import { type BillingDocument, numberOf } from '../../../domain/billing/billing-document.js';
import type { UserProduct } from '../../../domain/user-product/user-product.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ActionLink, ColumnHeads, FactList, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import { listAddress } from '../subscriptions/asked.js';
import { rowView, type SubscriptionRow } from '../subscriptions/row-view.js';
import { SubscriptionTable } from '../subscriptions/rows-table.js';
import type { OrganisationVisit } from '../visitor.js';
import { accountNamedIn, type AccountInAddress } from './account-in-address.js';
import type { AccountsDeps } from './accounts-deps.js';

const subscriptionsShown = 100;
const documentsShown = 50;

type DocumentLine = {
  readonly id: string;
  readonly number: string;
  readonly type: string;
  readonly day: string;
  readonly amount: string;
};

type AccountView = {
  readonly accountId: string;
  readonly customerNumber: string | null;
  readonly subscriptions: readonly SubscriptionRow[];
  /** Where the others stand; null: all are shown. */
  readonly allSubscriptions: string | null;
  readonly documents: readonly DocumentLine[];
  /** How many there are besides. */
  readonly moreDocuments: number;
  readonly portalLink: string | null;
  readonly erase: string | null;
};

/** What an account has, and what may be done with it as a whole (docs/spec/pages.md §11). */
export async function answerAccount(
  deps: AccountsDeps,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const account = accountNamedIn(visit);
  const read = account && (await deps.readAccountRows(account, 'show'));
  if (account === null || read === null) return unknownPage;
  const [found, listed] = await Promise.all([
    deps.findAccount(account),
    listDocuments(deps, account),
  ]);
  const customerNumber = found?.customerNumber ?? null;
  const view: AccountView = {
    ...{ accountId: account.accountId, customerNumber },
    ...subscriptionsOf(read, customerNumber, visit),
    ...documentsOf(listed, visit),
    ...actionsOf(deps, visit, account),
  };
  const { written } = visit;
  const name = customerNumber ?? account.accountId;
  return page({
    title: written.say('console.accounts.title', { name }),
    place: 'subscriptions',
    main: <AccountPage view={view} written={written} />,
  });
}

type Rows = NonNullable<Awaited<ReturnType<AccountsDeps['readAccountRows']>>>;

function subscriptionsOf(
  { rows, context: { catalogue } }: Rows,
  customerNumber: string | null,
  { written, params, visitor }: OrganisationVisit,
): Pick<AccountView, 'subscriptions' | 'allSubscriptions'> {
  const lasts = rows.filter(({ product }) => product.endedBy === null);
  const ordered = lasts.toSorted((a, b) => placeOf(a.product) - placeOf(b.product));
  const path = consolePaths.subscriptions(visitor.at.organisation.id);
  const isCut = ordered.length > subscriptionsShown;
  return {
    subscriptions: ordered
      .slice(0, subscriptionsShown)
      .map(({ product, dueBlocked }) =>
        rowView({ product, isSetAside: dueBlocked, customerNumber }, { written, catalogue }),
      ),
    allSubscriptions: isCut ? listAddress(path, { q: params.account ?? '' }) : null,
  };
}

function documentsOf(
  listed: Awaited<ReturnType<AccountsDeps['listDocuments']>>,
  { written }: OrganisationVisit,
): Pick<AccountView, 'documents' | 'moreDocuments'> {
  const { items, totalItems } = listed ?? { items: [], totalItems: 0 };
  return {
    documents: items.map((it) => documentLine(it, written)),
    moreDocuments: totalItems - items.length,
  };
}

/** What goes on first, the newest of them first. */
function placeOf({ state, createdAt }: UserProduct): number {
  return (state === 'deactivated' ? 1e15 : 0) - createdAt;
}

function listDocuments({ listDocuments: list }: AccountsDeps, account: AccountInAddress) {
  return list({
    ...account,
    ...{ ownAccountId: null, subscriptionId: null, userProductId: null, type: null, number: null },
    ...{ order: { by: 'createdAt', direction: 'desc' }, page: 1, limit: documentsShown },
  });
}

function documentLine(document: BillingDocument, { say, day, money }: Written): DocumentLine {
  const { id, type, netMinor, currency, createdAt } = document;
  return {
    id,
    number: numberOf(document) ?? '',
    type: say(`document.${type}`),
    day: day(createdAt),
    amount: money({ amountMinor: type === 'credit_note' ? -netMinor : netMinor, currency }),
  };
}

function actionsOf(
  { portalBaseUrl }: AccountsDeps,
  visit: OrganisationVisit,
  { organisationId, accountId }: AccountInAddress,
): Pick<AccountView, 'portalLink' | 'erase'> {
  const isLinked = portalBaseUrl !== null && mayAct(visit, 'make_portal_link');
  return {
    portalLink: isLinked ? consolePaths.portalLink(organisationId, accountId) : null,
    erase: mayAct(visit, 'erase_account')
      ? consolePaths.eraseAccount(organisationId, accountId)
      : null,
  };
}

/** The page of an account, as it is rendered. */
function AccountPage({
  view,
  written,
}: {
  readonly view: AccountView;
  readonly written: Written;
}): JSX.Element {
  const { say } = written;
  const { subscriptions, allSubscriptions, portalLink, erase } = view;
  return (
    <>
      <FactList
        facts={[
          { name: say('console.accounts.account'), value: view.accountId },
          {
            name: say('console.accounts.number'),
            value: view.customerNumber ?? say('console.accounts.noNumber'),
          },
        ]}
      />
      <section>
        <h2>{say('console.nav.subscriptions')}</h2>
        {subscriptions.length === 0 ? (
          <p class="empty">{say('console.accounts.noSubscriptions')}</p>
        ) : (
          <SubscriptionTable isOfOne rows={subscriptions} say={say} />
        )}
        {allSubscriptions === null ? null : (
          <p>
            <a href={allSubscriptions}>{say('console.accounts.allSubscriptions')}</a>
          </p>
        )}
      </section>
      <Documents view={view} written={written} />
      {portalLink === null && erase === null ? null : (
        <p class="actions">
          {portalLink === null ? null : (
            <ActionLink href={portalLink}>{say('console.accounts.link.title')}</ActionLink>
          )}
          {erase === null ? null : (
            <ActionLink kind="quiet" href={erase}>
              {say('console.accounts.erase.title')}
            </ActionLink>
          )}
        </p>
      )}
    </>
  );
}

function Documents({
  view: { documents, moreDocuments },
  written: { say },
}: {
  readonly view: AccountView;
  readonly written: Written;
}): JSX.Element {
  const names = ['number', 'type', 'day', 'amount'] as const;
  return (
    <section>
      <h2>{say('documents.title')}</h2>
      {documents.length === 0 ? (
        <p class="empty">{say('documents.empty')}</p>
      ) : (
        <TableRegion name={say('documents.title')}>
          <table>
            <ColumnHeads endsInAmount names={names.map((it) => say(`documents.${it}`))} />
            <tbody>
              {documents.map(({ id, number, type, day, amount }) => (
                <tr key={id}>
                  <th scope="row">{number}</th>
                  <td>{type}</td>
                  <td>{day}</td>
                  <td class="amount">{amount}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableRegion>
      )}
      {moreDocuments <= 0 ? null : (
        <p class="hint">{say('console.accounts.moreDocuments', { count: moreDocuments })}</p>
      )}
    </section>
  );
}
