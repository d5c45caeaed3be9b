import type { JSX } from 'preact';
import type { IconName } from '../../kit/icon-shapes.js';
import { Badge, TableRegion, ColumnHeads } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';

/** One thing that somebody may have to look at. */
export type AttentionRow = {
  readonly name: string;
  readonly value: string;
  /** Where those stand that are counted; null: nowhere to go. */
  readonly href: string | null;
  readonly isCalm: boolean;
};

/** What needs somebody; what needs nobody is said to be well, so that it is known to be looked at. */
export function Attention({
  rows,
  say,
}: {
  readonly rows: readonly AttentionRow[];
  readonly say: Say;
}): JSX.Element {
  return (
    <section>
      <h2>{say('console.today.attention')}</h2>
      <TableRegion name={say('console.today.attention')}>
        <table class="rows short">
          <ColumnHeads
            names={[
              say('console.today.what'),
              say('console.today.count'),
              say('console.today.state'),
            ]}
          />
          <tbody>
            {rows.map(({ name, value, href, isCalm }) => (
              <tr key={name}>
                <th scope="row">{href === null ? name : <a href={href}>{name}</a>}</th>
                <td>{value}</td>
                <td>
                  <Badge {...signOf(isCalm)} text={say(calmWord(isCalm))} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    </section>
  );
}

function signOf(isCalm: boolean): { readonly tone: 'good' | 'waits'; readonly icon: IconName } {
  return isCalm ? { tone: 'good', icon: 'check' } : { tone: 'waits', icon: 'circle-alert' };
}

function calmWord(isCalm: boolean) {
  return isCalm ? 'console.today.calm' : 'console.today.look';
}
