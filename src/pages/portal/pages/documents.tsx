import type { JSX } from 'preact';
import {
  type BillingDocument,
  type DocumentPosition,
  numberOf,
} from '../../../domain/billing/billing-document.js';
import { type DocumentId, parseId } from '../../../domain/ids.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { Facts, type Fact, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { ownerOf, type PortalVisit } from '../visitor.js';

const documentsShown = 100;

export type DocumentRow = {
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
    amount: amountOf(it, written),
  }));
  return page({
    title: written.say('documents.title'),
    main: <DocumentsPage rows={rows} written={written} />,
    place: 'documents',
  });
}

/** A credit note gives back: its amount is a minus, in words and in the sign. */
function amountOf({ type, netMinor, currency }: BillingDocument, { money }: Written): string {
  return money({ amountMinor: type === 'credit_note' ? -netMinor : netMinor, currency });
}

export function DocumentsPage(props: {
  readonly rows: readonly DocumentRow[];
  readonly written: Written;
}): JSX.Element {
  const { rows, written } = props;
  const { say } = written;
  if (rows.length === 0) return <p class="empty">{say('documents.empty')}</p>;
  return (
    <TableRegion name={say('documents.title')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('documents.number')}</th>
            <th scope="col">{say('documents.type')}</th>
            <th scope="col">{say('documents.day')}</th>
            <th scope="col" class="amount">
              {say('documents.amount')}
            </th>
          </tr>
        </thead>
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

/** One document, to be read and printed. */
export async function answerDocument(deps: PortalDeps, visit: PortalVisit): Promise<PageAnswer> {
  const { written, visitor, params } = visit;
  const id = parseId<DocumentId>(params.id ?? '');
  if (id === null || !visitor.settings.portal.showDocuments) return unknownPage;
  const { organisationId, accountId } = ownerOf(visit);
  const found = await deps.findDocument({ organisationId, ownAccountId: accountId, id });
  if (found === null) return unknownPage;
  const title = `${written.say(`document.${found.type}`)} ${numberOf(found) ?? ''}`;
  return page({
    title,
    main: <DocumentPage document={found} written={written} />,
    place: 'documents',
  });
}

export function DocumentPage(props: {
  readonly document: BillingDocument;
  readonly written: Written;
}): JSX.Element {
  const { document, written } = props;
  const { say, day } = written;
  const facts: readonly Fact[] = [
    { name: say('documents.day'), value: day(document.createdAt) },
    ...(document.references === null || !('invoice' in document.references)
      ? []
      : [
          {
            name: say('documents.references'),
            value: (
              <a href={portalPaths.document(document.references.invoice)}>
                {say('documents.referenced')}
              </a>
            ),
          },
        ]),
    { name: say('documents.total'), value: amountOf(document, written), isStrong: true },
  ];
  return (
    <>
      <Facts facts={facts} />
      <TableRegion name={say('documents.positions')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('documents.position')}</th>
              <th scope="col">{say('documents.service')}</th>
              <th scope="col">{say('documents.quantity')}</th>
              <th scope="col" class="amount">
                {say('documents.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {document.positions.map((it) => (
              <Position
                key={`${it.kind} ${String(it.from)} ${it.userProductId}`}
                position={it}
                document={document}
                written={written}
              />
            ))}
          </tbody>
        </table>
      </TableRegion>
    </>
  );
}

function Position(props: {
  readonly position: DocumentPosition;
  readonly document: BillingDocument;
  readonly written: Written;
}): JSX.Element {
  const { position, document, written } = props;
  const { say, day, lastDay, money, number } = written;
  const { kind, name, from, to, quantity, netMinor } = position;
  const values = { from: day(from), to: to > from ? lastDay(to) : day(to) };
  return (
    <tr>
      <th scope="row">{say(`position.${kind}`, { name })}</th>
      <td>{say('documents.fromTo', values)}</td>
      <td>{number(quantity)}</td>
      <td class="amount">{money({ amountMinor: netMinor, currency: document.currency })}</td>
    </tr>
  );
}
