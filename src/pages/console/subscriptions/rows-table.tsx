import type { JSX } from 'preact';
import { Badge, ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import type { SubscriptionRow } from './row-view.js';

/** Subscriptions, each a row that is one link; of one customer alone it is not said whose they are. */
export function SubscriptionTable(props: {
  readonly rows: readonly SubscriptionRow[];
  readonly isOfOne?: true;
  readonly say: Say;
}): JSX.Element {
  const { rows, isOfOne = false, say } = props;
  const whose = isOfOne ? [] : (['customer'] as const);
  const names = ['package', ...whose, 'price', 'state', 'due', 'waits'] as const;
  return (
    <TableRegion name={say('console.nav.subscriptions')}>
      <table class="rows">
        <ColumnHeads names={names.map((it) => say(`console.subscriptions.column.${it}`))} />
        <tbody>
          {rows.map((it) => (
            <tr key={it.href}>
              <th scope="row">
                <a href={it.href}>{it.name}</a>
              </th>
              {isOfOne ? null : <Whose row={it} />}
              <td>{it.price}</td>
              <td>
                <Badge {...it.state} />
              </td>
              <td class="day">{it.due}</td>
              <td>{it.waits}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Whose({
  row: { customerNumber, accountId },
}: {
  readonly row: SubscriptionRow;
}): JSX.Element {
  return (
    <td>
      {customerNumber === '' ? null : <div>{customerNumber}</div>}
      <div class="id">{accountId}</div>
    </td>
  );
}
