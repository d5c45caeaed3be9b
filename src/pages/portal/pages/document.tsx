import type { JSX } from 'preact';
import {
  type BillingDocument,
  type DocumentPosition,
  numberOf,
} from '../../../domain/billing/billing-document.js';
import { type DocumentId, parseId } from '../../../domain/ids.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ColumnHeads, FactList, type Fact, TableRegion } from '../../kit/parts.js';
import type { Written } from '../../kit/written.js';
import { signedAmount } from '../../kit/subscription/named-price.js';
import { portalPaths } from '../paths.js';
import type { PortalDeps } from '../portal-deps.js';
import { ownerOf, type PortalVisit } from '../visitor.js';

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

function DocumentPage(props: {
  readonly document: BillingDocument;
  readonly written: Written;
}): JSX.Element {
  const { document, written } = props;
  const { say } = written;
  return (
    <>
      <FactList facts={factsOf(document, written)} />
      <TableRegion name={say('documents.positions')}>
        <table>
          <ColumnHeads
            endsInAmount
            names={[
              say('documents.position'),
              say('documents.service'),
              say('documents.quantity'),
              say('documents.amount'),
            ]}
          />
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

function factsOf(document: BillingDocument, written: Written): readonly Fact[] {
  const { say, day } = written;
  const { references, createdAt } = document;
  const invoice = references !== null && 'invoice' in references ? references.invoice : null;
  return [
    { name: say('documents.day'), value: day(createdAt) },
    ...(invoice === null
      ? []
      : [
          {
            name: say('documents.references'),
            value: <a href={portalPaths.document(invoice)}>{say('documents.referenced')}</a>,
          },
        ]),
    { name: say('documents.total'), value: signedAmount(document, written), isStrong: true },
  ];
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
