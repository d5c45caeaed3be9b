import type { Organisation } from '../../../application/ports/organisation-store.js';
import { roleIn } from '../../../domain/operators/operator.js';
import { page, type PageAnswer, see } from '../../kit/page-route.js';
import { ColumnHeads, TableRegion } from '../../kit/parts.js';
import { consolePaths } from '../paths.js';
import type { ConsoleVisit } from '../visitor.js';
import type { AccessDeps } from './access-deps.js';

const mostShown = 200;

/** The organisations in which the operator is something; where that is one alone, its first page. */
export async function answerConsoleHome(
  deps: AccessDeps,
  visit: ConsoleVisit,
): Promise<PageAnswer> {
  const organisations = await organisationsOf(deps, visit);
  const [only] = organisations;
  if (only !== undefined && organisations.length === 1) return see(consolePaths.today(only.id));
  const { say } = visit.written;
  const { operator } = visit.visitor;
  const title = say('console.home.title');
  return page({
    title,
    main: (
      <TableRegion name={title}>
        <table>
          <ColumnHeads
            names={[say('console.home.name'), say('console.home.role'), say('console.home.state')]}
          />
          <tbody>
            {organisations.slice(0, mostShown).map((it) => (
              <tr key={it.id}>
                <th scope="row">
                  <a href={consolePaths.today(it.id)}>{it.name}</a>
                </th>
                <td>{say(`console.role.${roleIn(operator, it.id) ?? 'viewer'}`)}</td>
                <td>{say(it.live ? 'console.home.live' : 'console.home.test')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableRegion>
    ),
  });
}

async function organisationsOf(
  { organisations, readContext }: AccessDeps,
  { visitor: { operator } }: ConsoleVisit,
): Promise<readonly Organisation[]> {
  const ids = operator.memberships.map((it) => it.organisationId);
  if (ids.includes('*')) return organisations.list();
  const own = ids.flatMap((it) => (it === '*' ? [] : [it]));
  const contexts = await Promise.all(own.map((it) => readContext(it)));
  return contexts.flatMap((it) => (it === null ? [] : [it.organisation]));
}
