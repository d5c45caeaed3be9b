import type { JSX } from 'preact';
import { isWithin } from '../../../domain/operators/operator.js';
import { page, type PageAnswer, unknownPage } from '../../kit/page-route.js';
import { ActionLink, FactList } from '../../kit/parts.js';
import type { Say } from '../../kit/words.js';
import { mayAct } from '../console-route.js';
import { consolePaths } from '../paths.js';
import type { OrganisationVisit } from '../visitor.js';
import { OperatorState, waysIn } from './list.js';
import { operatorAt, reachOf, roleHere, type SeenOperator } from './listed-operator.js';
import type { OperatorsDeps } from './operators-deps.js';

/** One operator, and what may be done about them from here. */
export async function answerOperator(
  deps: Pick<OperatorsDeps, 'listOperators'>,
  visit: OrganisationVisit,
): Promise<PageAnswer> {
  const operator = await operatorAt(deps, visit);
  if (operator === null) return unknownPage;
  const { say } = visit.written;
  return page({
    title: operator.name,
    place: 'operators',
    main: (
      <>
        <FactList
          facts={[
            { name: say('console.operators.email'), value: operator.email },
            {
              name: say('console.operators.role'),
              value: say(`console.role.${roleHere(operator, visit)}`),
            },
            { name: say('console.operators.waysIn'), value: waysIn(operator, say) },
            {
              name: say('console.home.state'),
              value: <OperatorState operator={operator} say={say} />,
            },
          ]}
        />
        {operator.isFromProvider ? <p>{say('console.operators.fromProvider')}</p> : null}
        <Actions operator={operator} visit={visit} say={say} />
      </>
    ),
  });
}

function Actions({
  operator,
  visit,
  say,
}: {
  readonly operator: SeenOperator;
  readonly visit: OrganisationVisit;
  readonly say: Say;
}): JSX.Element | null {
  const { id, disabled } = operator;
  if (!mayAct(visit, 'edit_operators')) return null;
  if (id === visit.visitor.operator.id) return <p>{say('console.operators.self')}</p>;
  const at = visit.visitor.at.organisation.id;
  const isOurs = isWithin(operator, reachOf(visit));
  return (
    <>
      <p class="actions">
        <ActionLink href={consolePaths.operatorRole(at, id)}>
          {say('console.operators.roleDo')}
        </ActionLink>
        {isOurs && !disabled ? (
          <>
            <ActionLink href={consolePaths.operatorLink(at, id)}>
              {say('console.operators.linkDo')}
            </ActionLink>
            <ActionLink href={consolePaths.operatorDisable(at, id)}>
              {say('console.operators.disableDo')}
            </ActionLink>
          </>
        ) : null}
        {isOurs && disabled ? (
          <ActionLink href={consolePaths.operatorEnable(at, id)}>
            {say('console.operators.enableDo')}
          </ActionLink>
        ) : null}
      </p>
      {isOurs ? null : <p class="hint">{say('console.operators.ofOthers')}</p>}
    </>
  );
}
