import type { JSX } from 'preact';
import { numberOf } from '../../../domain/billing/billing-document.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { signedAmount } from '../../kit/subscription/named-price.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { ownerOf, type PortalVisit } from '../visitor.js';

const documentsShown = 100;

type DocumentRow = {
  readonly href: string;
  readonly number: string;
  readonly type: string;
  readonly day: string;
  readonly amount: string;
};

/** Invoices and credit notes, newest first. */
export async function answerDocuments(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const { written, visitor } = visit;
  if (!visitor.settings.portal.showDocuments) return unknownPage;
  const { organisationId, accountId } = ownerOf(visit);
  const listed = await deps.listDocuments({
    organisationId,
    ownAccountId: accountId,
    accountId,
    subscriptionId: null,
    userProductId: null,
    type: null,
    number: null,
    order: { by: 'createdAt', direction: 'desc' },
    page: 1,
    limit: documentsShown,
  });
  const rows = (listed?.items ?? []).map((it) => ({
    href: portalPaths.document(it.id),
    number: numberOf(it) ?? '',
    type: written.say(`document.${it.type}`),
    day: written.day(it.createdAt),
    amount: signedAmount(it, written),
  }));
  return page({
    title: written.say('documents.title'),
    main: <DocumentsPage rows={rows} written={written} />,
    place: 'documents',
  });
}

function DocumentsPage(props: {
  readonly rows: readonly DocumentRow[];
  readonly written: Written;
}): JSX.Element {
  const { rows, written } = props;
  const { say } = written;
  if (rows.length === 0) return <p class="empty">{say('documents.empty')}</p>;
  return (
    <TableRegion name={say('documents.title')}>
      <table>
        <ColumnHeads
          endsInAmount
          names={[
            say('documents.number'),
            say('documents.type'),
            say('documents.day'),
            say('documents.amount'),
          ]}
        />
        <tbody>
          {rows.map(({ href, number, type, day, amount }) => (
            <tr key={href}>
              <th scope="row">
                <a href={href}>{number}</a>
              </th>
              <td>{type}</td>
              <td>{day}</td>
              <td class="amount">{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}
