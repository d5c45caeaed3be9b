import type { JSX } from 'preact';
import { page, type PageAnswer } from '../../kit/page-route.js';
import { ActionLink, Badge, ColumnHeads, TableRegion } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { roleHere, type SeenOperator } from './listed-operator.js';
import type { OperatorsDeps } from './operators-deps.js';

/** Who works for an organisation, and as what. */
export async function answerOperators(
  { listOperators }: Pick<OperatorsDeps, 'listOperators'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const { say } = visit.written;
  const at = visit.visitor.at.organisation.id;
  const operators = await listOperators(at);
  const title = say('console.operators.title');
  return page({
    title,
    place: 'operators',
    main: (
      <>
        {mayAct(visit, 'edit_operators') ? (
          <p class="actions">
            <ActionLink href={consolePaths.newOperator(at)}>
              {say('console.operators.add')}
            </ActionLink>
          </p>
        ) : null}
        <TableRegion name={title}>
          <table class="rows">
            <ColumnHeads
              names={[
                say('console.operators.name'),
                say('console.operators.email'),
                say('console.operators.role'),
                say('console.operators.waysIn'),
                say('console.home.state'),
              ]}
            />
            <tbody>
              {operators.map((it) => (
                <Row key={it.id} operator={it} visit={visit} />
              ))}
            </tbody>
          </table>
        </TableRegion>
      </>
    ),
  });
}

function Row({
  operator,
  visit,
}: {
  readonly operator: SeenOperator;
  readonly visit: OrganisationVisit;
}): JSX.Element {
  const { say } = visit.written;
  const { id, name, email } = operator;
  return (
    <tr>
      <th scope="row">
        <a class="whole-row" href={consolePaths.operator(visit.visitor.at.organisation.id, id)}>
          {name}
        </a>
      </th>
      <td>{email}</td>
      <td>{say(`console.role.${roleHere(operator, visit)}`)}</td>
      <td>{waysIn(operator, say)}</td>
      <td>
        <OperatorState operator={operator} say={say} />
      </td>
    </tr>
  );
}

/** By what somebody comes in, in words. */
export function waysIn({ passkeys, isFromProvider }: SeenOperator, say: Say): string {
  const count = say('console.operators.passkeys', { count: passkeys });
  return isFromProvider ? `${count}, ${say('console.operators.provider')}` : count;
}

/** Whether somebody may come in at all. */
export function OperatorState({
  operator: { disabled },
  say,
}: {
  readonly operator: SeenOperator;
  readonly say: Say;
}): JSX.Element {
  return disabled ? (
    <Badge tone="ends" icon="circle-x" text={say('console.operators.disabled')} />
  ) : (
    <Badge tone="good" icon="check" text={say('console.operators.enabled')} />
  );
}
